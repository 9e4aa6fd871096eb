// Keeps what is typed and not yet saved in this browser, so that a closed page, a lost network or an
// ended session loses nothing. Each page writes a record of its own; the next one takes over those
// whose pages are gone. A record: {at, unsent: {key: {was, now, label, source?}}, batches}, or
// {at, aside: {name: {now, label}}}, texts that have no place to go back to.

const PATIENCE = 200; // ms that other open pages have to answer

export class Keep {
  // where: localStorage, null where the browser has none; of: report and person; client: this page;
  // pages: a BroadcastChannel between the pages of one person on one report, or null.
  constructor(where, of, client, pages = null) {
    this.where = where;
    this.prefix = prefixOf(of);
    this.name = this.prefix + client;
    this.asideName = `${this.prefix}aside:${client}`;
    this.pages = pages;
    this.works = true; // whether the browser takes what it is given
    if (pages) pages.addEventListener("message", ({ data }) => { if (data.who) pages.postMessage({ open: this.name }); });
  }

  // unsent: {key: {was, now, …}}; batches: sent and not answered, to be sent again as they were.
  write(unsent, batches = []) {
    try {
      if (Object.keys(unsent).length) this.put(this.name, { unsent, batches });
      else this.where.removeItem(this.name);
      this.works = true;
    } catch (error) {
      this.works = false; // full or forbidden: the page still saves to the server, and says so
    }
  }

  // Keeps texts for the person to copy, until dropAside(). Whether the browser took them.
  writeAside(aside) {
    try {
      if (Object.keys(aside).length) this.put(this.asideName, { aside });
      return true;
    } catch (error) {
      return false;
    }
  }

  put(name, record) { this.where.setItem(name, JSON.stringify(Object.assign({ at: Date.now() }, record))); }

  // What pages that are closed have left behind: {names, unsent, batches, aside}, the newest last.
  // Their records stay until drop(names).
  async left() {
    const others = names(this.where, this.prefix).filter((name) => name !== this.name);
    const open = others.length ? await this.open() : new Set();
    return gathered(this.where, others.filter((name) => !open.has(name)));
  }

  // The records of pages that are open now: they send theirs themselves.
  open() {
    const open = new Set();
    if (!this.pages) return Promise.resolve(open);
    this.pages.addEventListener("message", ({ data }) => open.add(data.open));
    this.pages.postMessage({ who: true });
    return new Promise((done) => { setTimeout(() => done(open), PATIENCE); });
  }

  drop(gone) {
    for (const name of gone) this.where.removeItem(name);
  }

  dropAside() { if (this.where) this.drop([this.asideName]); }
}

// All that any page of the person has left about the report: {names, texts: {name: {now, label}}}.
export function allLeft(where, of) {
  const found = gathered(where, names(where, prefixOf(of)));
  return { names: found.names, texts: Object.assign({}, found.aside, found.unsent) };
}

// Where two pages left different values of one key, the older is put aside, and what that page had
// sent is not sent again: the newer would come back as a conflict with it.
function gathered(where, from) {
  const found = { names: from, unsent: {}, aside: {} };
  const sent = new Map(); // name of the record → its batches
  const owner = {}; // key → name of the record that its value is from
  const records = from.map((name) => [name, parse(where, name)]).sort(([, a], [, b]) => (a.at || 0) - (b.at || 0));
  for (const [name, { unsent = {}, batches = [], aside = {} }] of records) {
    sent.set(name, batches);
    for (const key of Object.keys(unsent)) {
      const older = found.unsent[key];
      if (older && older.now !== unsent[key].now) {
        found.aside[`${key} ${owner[key]}`] = older;
        sent.delete(owner[key]);
      }
      found.unsent[key] = unsent[key];
      owner[key] = name;
    }
    Object.assign(found.aside, aside);
  }
  return Object.assign(found, { batches: [].concat(...sent.values()) });
}

// The browser's storage; null where it is switched off, which some browsers say by throwing.
export function storage() {
  try {
    return localStorage;
  } catch (error) {
    return null;
  }
}

function prefixOf(of) { return `nianbao:unsent:${of}:`; }

function names(where, prefix) {
  const found = [];
  for (let n = 0; where && n < where.length; n += 1) found.push(where.key(n));
  return found.filter((name) => name.startsWith(prefix));
}

function parse(where, name) {
  try {
    return JSON.parse(where.getItem(name)) || {};
  } catch (error) {
    return {};
  }
}
