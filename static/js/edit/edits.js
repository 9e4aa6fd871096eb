// Changes a person makes to the figures, remembered as steps: typing in a box until it is left or
// paused, or many boxes at once by apply(). The text areas keep the browser's own undo.
import { clean } from "../figures.js";
import { Steps, same } from "./steps.js";

const LOCKED = Symbol("locked");

export class Edits {
  constructor({ draft }) {
    this.draft = draft;
    this.steps = new Steps();
    this.seen = new Map(); // key → value before the next keystroke
    for (const key of draft.boxes.keys()) if (this.isRemembered(key)) this.seen.set(key, draft.value(key));
    draft.addEventListener("change", ({ detail }) => this.heard(detail));
    draft.form.addEventListener("focusout", () => this.steps.close());
  }

  // Sets many boxes, {key: value or text as typed; null clears}, as one step. They are totalled,
  // queued and saved like typing. Locked boxes and values that stand already are left out; so are
  // totals, except that a pasted one stands. source: "typed" or "pasted". Returns the changed keys.
  apply(values, source) {
    const { draft } = this;
    const keys = Object.keys(values).filter((key) => this.isOpen(key, source));
    const before = new Map(keys.map((key) => [key, draft.value(key)]));
    const fresh = {};
    for (const key of keys) {
      const value = this.meant(key, values[key]);
      if (draft.computed.has(key) || !same(before.get(key), value)) fresh[key] = value;
    }
    this.applying = true;
    draft.put(fresh, source);
    this.applying = false;
    const changed = keys.filter((key) => !same(before.get(key), draft.value(key)));
    const step = {};
    const noted = changed.length ? [...changed, ...keys.filter((key) => draft.computed.has(key))] : [];
    for (const key of noted) step[key] = { before: before.get(key), after: draft.value(key) };
    this.steps.add(step);
    return changed;
  }

  // Take the last step back, or do it again: {values, skipped} as it was done, null without one.
  // What is locked by now is skipped like what has changed.
  undo() { return this.put(this.steps.undo((key) => this.standing(key))); }
  redo() { return this.put(this.steps.redo((key) => this.standing(key))); }

  // Whether that act would put another value into this box, as it stands.
  isNext(act, key) {
    const [step] = (act === "undo" ? this.steps.done : this.steps.undone).slice(-1);
    return Boolean(step && key in step) && same(step[key][act === "undo" ? "after" : "before"], this.standing(key));
  }

  standing(key) { return this.isOpen(key, "pasted") ? this.draft.value(key) : LOCKED; }

  put(moved) {
    if (moved) this.draft.put(moved.values, "undone");
    return moved;
  }

  // Text that is a number is put in as that number; what is none stays as it is, for the server to refuse.
  meant(key, value) {
    if (typeof value !== "string" || !this.draft.isFigure(key)) return value;
    const { value: number = value } = clean(this.draft.cell(key), value);
    return number;
  }

  // Of typing only the tables are remembered: fees and prose keep the browser's own undo.
  isRemembered(key) { return !this.draft.computed.has(key) && this.draft.box(key).matches("[data-grid] input"); }

  isOpen(key, source) {
    const box = this.draft.box(key);
    if (this.draft.stopped) return false;
    if (this.draft.computed.has(key)) return source === "pasted";
    return Boolean(box) && !box.readOnly;
  }

  heard({ keys, source }) {
    for (const key of keys) {
      if (!this.seen.has(key)) continue;
      const now = this.draft.value(key);
      if (source === "typed" && !this.applying) this.steps.type(key, this.seen.get(key), now, performance.now());
      this.seen.set(key, now);
    }
  }
}
