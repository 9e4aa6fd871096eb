// Takes what the server says into the page: values others have set, merged texts, totals, findings.
// A box with the focus, or with words in it that are not saved, is left alone until it is free.
import { ask } from "../ask.js";
import { recompute } from "../equations.js";
import { clean } from "../figures.js";
import { tidy } from "../prose.js";
import { unmoved } from "./unmoved.js";

// Returns hear(answer of a save or an act), hear.values(all values, as the pulse brings them),
// hear.overlaid(values that the page was opened with and that earlier typing covers now) and
// hear.version() of the draft that the page shows.
export function listenToAnswers({ draft, queue, autosave, findings, others }) {
  let { version } = draft.facts;
  let asking = null;
  const heard = new Map(); // key → version at which the server last answered for it
  const later = new Map(); // key → {value, version}: newer than the box, until the box is free

  // whole: the answer of an act that set many values at once. The answer to a repeated save may be
  // older than what the page has seen since.
  function hear(answer, { whole = false } = {}) {
    const isOld = answer.version < version;
    const met = answer.before === undefined ? answer.version : answer.before;
    const isGap = met > version;
    if (answer.keys) take(answer, whole);
    if (answer.computed && !isOld) draft.put(withTotals(answer.computed), "server");
    if (!isOld) findings.hear(answer.findings);
    if (!isGap) version = Math.max(version, answer.version);
    announce(answer.prefills);
    autosave.tell();
    if (isGap) catchUp();
  }

  function take(answer, whole) {
    const fresh = {};
    for (const key of Object.keys(answer.keys)) {
      const { state, value } = answer.keys[key];
      if (state !== "refused" && !isPast(key, answer.version)) {
        heard.set(key, answer.version);
        later.delete(key);
        if (state === "merged") later.set(key, { value, version: answer.version });
        else if (whole && state === "saved") fresh[key] = value;
      }
    }
    show(fresh);
    showLater();
  }

  // Whether the page knows of a newer value than one of that version.
  function isPast(key, at) {
    return at < (heard.get(key) || 0) || (later.has(key) && at < later.get(key).version);
  }

  // Someone else has changed the report: takes over all that is not being changed here.
  function values(data) {
    if (data.version < version) return;
    version = data.version;
    const fresh = {};
    const news = [];
    for (const key of draft.boxes.keys()) {
      if (isPast(key, data.version)) continue;
      const value = parsed(draft, key, data.values[key]);
      const isNew = differs(draft, key, value);
      const isTold = later.has(key) && later.get(key).value === value;
      if (!isFree(key)) later.set(key, { value, version });
      else if (isNew) fresh[key] = value;
      if (isNew && !isTold && queue.state(key) === "saved" && !draft.computed.has(key)) news.push(key);
    }
    show(fresh);
    findings.hear(data.findings);
    announce(data.prefills);
    others(news);
  }

  // Where a save that is sent again had arrived before the page was opened, they are newer than it.
  function overlaid(values) {
    for (const key of Object.keys(values)) if (!later.has(key)) later.set(key, { value: values[key], version: draft.facts.version });
  }

  function catchUp() {
    if (asking) return;
    asking = ask(draft.facts.urls.values, { background: true })
      .then(({ status, data }) => status === 200 && data && values(data))
      .catch(() => {})
      .then(() => { asking = null; });
  }

  const isFree = (key, left) => queue.state(key) === "saved" && (key === left || document.activeElement !== draft.box(key));

  // left: the box that is just losing the focus.
  function showLater(left) {
    const fresh = {};
    for (const [key, { value }] of later) if (isFree(key, left)) fresh[key] = value;
    for (const key of Object.keys(fresh)) later.delete(key);
    show(fresh, Object.keys(fresh));
  }

  function show(fresh, changed = []) {
    if (!Object.keys(fresh).length) return;
    for (const key of Object.keys(fresh)) if (!draft.computed.has(key)) queue.see(key, fresh[key]);
    unmoved(draft.form, () => draft.put(withTotals(fresh, changed), "server"));
  }

  // Totals that rest on what the server does not hold yet, or this page not show, are added up here.
  function withTotals(fresh, changed = []) {
    const unsent = Object.keys(queue.unsent());
    const theirs = Object.assign({}, fresh);
    for (const key of unsent) delete theirs[key];
    const figures = Object.assign({}, draft.figures, theirs);
    return Object.assign(theirs, recompute(draft.facts.equations, figures, [...unsent, ...changed, ...later.keys()]));
  }

  draft.form.addEventListener("focusout", (event) => showLater(event.target.name));
  autosave.addEventListener("state", () => showLater());
  autosave.addEventListener("answer", ({ detail }) => hear(detail));
  return Object.assign(hear, { values, overlaid, version: () => version });
}

// What waits to be confirmed or is locked by now, where the answer says so.
function announce(prefills) {
  if (prefills) document.dispatchEvent(new CustomEvent("nianbao:prefills", { detail: prefills }));
}

function differs(draft, key, value) {
  return draft.isFigure(key) ? value !== draft.value(key) : value !== tidy(draft.value(key));
}

function parsed(draft, key, text) {
  return draft.isFigure(key) ? clean(draft.cell(key), text).value : text;
}
