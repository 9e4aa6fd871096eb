// The boxes of the page by key, and what stands in them. Announces "change" with {keys, source}
// whenever values change, whoever changed them: "server" (an answer), or a person, whose changes are to
// be saved: "typed", "pasted", "undone" or "restored".
import { clean, printed } from "../figures.js";
import { recompute } from "../equations.js";

export class Draft extends EventTarget {
  constructor(form, facts) {
    super();
    this.form = form;
    this.facts = facts;
    this.boxes = new Map();
    this.figures = {};
    this.refused = new Map();
    for (const box of form.querySelectorAll("input[type=text], textarea")) this.boxes.set(box.name, box);
    this.computed = new Set([...this.boxes.keys()].filter((key) => this.box(key).readOnly));
    for (const key of this.boxes.keys()) if (this.isFigure(key)) this.read(key);
  }

  cell(key) { return this.facts.cells[key]; }
  box(key) { return this.boxes.get(key); }
  isFigure(key) { return key in this.facts.cells; }
  typedKeys() { return [...this.boxes.keys()].filter((key) => !this.computed.has(key)); }

  // The value as the server keeps it; text that is no number stays as typed, for it to refuse.
  value(key) {
    if (!this.isFigure(key)) return this.box(key).value;
    return this.refused.has(key) ? this.box(key).value : this.figures[key];
  }

  // What the page showed first, as the server keeps it.
  shown(key) {
    const first = this.box(key).defaultValue;
    if (!this.isFigure(key)) return first;
    const { value = first } = clean(this.cell(key), first);
    return value;
  }

  // Looks at a figure's box again.
  read(key) {
    const { value = null, refused } = clean(this.cell(key), this.box(key).value);
    this.figures[key] = value;
    if (refused) this.refused.set(key, refused);
    else this.refused.delete(key);
  }

  // A person has typed into the box.
  typed(key) {
    if (this.isFigure(key)) {
      this.read(key);
      this.total([key]);
    }
    this.announce([key], "typed");
  }

  // Fills in the totals that rest on the changed cells.
  total(changed) {
    const fresh = recompute(this.facts.equations, this.figures, changed);
    for (const key of Object.keys(fresh)) this.write(key, fresh[key]);
  }

  // Puts a value into its box without telling anyone.
  write(key, value) {
    const box = this.box(key);
    const text = printed(value);
    if (box.value !== text) box.value = text;
    if (this.isFigure(key)) this.read(key);
  }

  // Several values at once. The server brings its own totals; of others those among the values stand.
  put(values, source) {
    const keys = Object.keys(values).filter((key) => this.boxes.has(key));
    const before = {};
    for (const key of keys) before[key] = this.value(key);
    for (const key of keys) this.write(key, values[key]);
    if (source !== "server") this.total(keys);
    if (keys.length) this.announce(keys, source, before);
  }

  // before: what stood in the boxes, of values that were put.
  announce(keys, source, before = {}) {
    this.dispatchEvent(new CustomEvent("change", { detail: { keys, source, before } }));
  }

  // Nobody may type any more; what is in the boxes stays readable.
  stop() {
    this.stopped = true;
    for (const box of this.boxes.values()) box.readOnly = true;
  }
}
