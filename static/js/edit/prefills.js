// Values that wait to be confirmed, and those that are locked because they were: how their boxes look,
// and which of them stand together. A figure waits until another is typed into its box; words wait on.
import { printed } from "../figures.js";

export class Prefills extends EventTarget {
  constructor(draft) {
    super();
    this.draft = draft;
    this.order = new Map([...draft.boxes.keys()].map((key, number) => [key, number]));
    this.all = {};
    this.hear(draft.facts.prefills);
    document.addEventListener("nianbao:prefills", ({ detail }) => this.hear(detail));
    draft.addEventListener("change", ({ detail }) => {
      const mine = detail.keys.filter((key) => this.all[key]);
      for (const key of mine) this.look(key);
      if (mine.length) this.tell();
    });
  }

  // The server has said anew what waits and what is locked, {key: {id, state, locked, value, words, now}}.
  // A corrected value of last year waits beside the locked one.
  hear(prefills) {
    const before = this.all;
    this.all = prefills;
    for (const key of Object.keys(before)) if (!same(before[key], prefills[key])) this.clear(key, before[key]);
    for (const key of Object.keys(prefills)) if (!same(before[key], prefills[key])) this.mark(key);
    this.tell();
  }

  tell() { this.dispatchEvent(new CustomEvent("told")); }

  waiting(key) {
    const one = this.all[key];
    const box = this.draft.box(key);
    if (!one || one.state !== "waiting" || !box) return null;
    const stands = !this.draft.isFigure(key) || box.value.trim() === printed(one.now) || box.value.trim() === "";
    return stands ? one : null;
  }

  locked(key) {
    const one = this.all[key];
    return one && one.locked ? one : null;
  }

  // The waiting keys, in the order of the form.
  waitingKeys() {
    const place = (key) => this.order.get(key);
    return Object.keys(this.all).filter((key) => this.waiting(key)).sort((a, b) => place(a) - place(b));
  }

  // Those that wait in the same "cell", "row", "column" or "table" as the key. What would replace a
  // locked value is confirmed only where one stands.
  near(key, scope) {
    const box = this.draft.box(key);
    const within = { row: "tr", column: "table", table: "table" }[scope];
    const home = within && box.closest(within);
    if (!home) return this.waiting(key) ? [key] : [];
    return this.waitingKeys().filter((one) => {
      if (one !== key && this.locked(one)) return false;
      const other = this.draft.box(one);
      return home.contains(other) && (scope !== "column" || other.dataset.col === box.dataset.col);
    });
  }

  mark(key) {
    const box = this.draft.box(key);
    if (!box) return;
    const { state, locked } = this.all[key];
    if (locked) box.readOnly = true;
    this.look(key);
    const note = document.createElement("span");
    note.id = `prefill-${key}`;
    note.className = `box-prefill box-prefill-${state}`;
    note.textContent = this.words(key);
    box.after(note);
    describe(box, note.id, true);
  }

  // "locked", "waiting" in a blank box, "offered" beside what stands there, or "over": typed over.
  look(key) {
    const { state } = this.all[key];
    const box = this.draft.box(key);
    if (!box) return;
    const blank = box.value.trim() === "";
    const waits = this.waiting(key) ? (blank ? "waiting" : "offered") : "over";
    box.dataset.prefill = state === "locked" ? state : waits;
  }

  words(key) {
    const { state, value, words } = this.all[key];
    if (state === "locked") return "已确认，已锁定";
    if (this.locked(key)) return `已锁定；待确认 ${value}`;
    return this.draft.isFigure(key) ? `待确认 ${value}` : `待确认：${words}的文字`;
  }

  clear(key, { locked }) {
    const box = this.draft.box(key);
    const note = document.getElementById(`prefill-${key}`);
    if (!box || !note) return;
    if (locked) box.readOnly = false;
    delete box.dataset.prefill;
    note.remove();
    describe(box, note.id, false);
  }
}

function same(a, b) {
  return Boolean(a && b) && a.id === b.id && a.state === b.state && a.locked === b.locked;
}

function describe(box, id, on) {
  const ids = (box.getAttribute("aria-describedby") || "").split(" ").filter((one) => one && one !== id);
  if (on) ids.push(id);
  if (ids.length) box.setAttribute("aria-describedby", ids.join(" "));
  else box.removeAttribute("aria-describedby");
}
