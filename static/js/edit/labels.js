// When two labels mean the same line of the form: numbering, spaces, punctuation, full-width forms
// and remarks in parentheses may differ. Pure; the labels themselves come from the page.

const NUMBERING = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．]|[（(]?[0-9０-９]+[）).．、]|[①-⑳])/;
const REMARK = /[（(][^（()）]*[）)]/g;
const NOT_SAID = /[^\p{L}\p{N}]/gu;

const UNIT = /(?:[（(]|单位)[^（()）]*?([百千万亿]*元)/;

// The unit of money that a label names; "" where it names none.
export function unitIn(label) { return (UNIT.exec(label.replace(/\s/g, "")) || ["", ""])[1]; }

// The label without its number.
export function unnumbered(label) { return label.trim().replace(NUMBERING, ""); }

// What a label says, without what may differ; "" for what says nothing.
export function plain(label) {
  return unnumbered(label).normalize("NFKC").replace(NOT_SAID, "");
}

// Every way in which a label may be told: with its remarks and without.
export function tellings(label) {
  const bare = unnumbered(label);
  return [...new Set([plain(bare), plain(bare.replace(REMARK, ""))])].filter(Boolean);
}

// Labels that name different units do not mean the same.
export function isSame(label, other) {
  const [one, another] = [unitIn(label), unitIn(other)];
  if (one && another && one !== another) return false;
  const told = tellings(other);
  return tellings(label).some((one) => told.includes(one));
}

// Things by their labels: finds whatever tells the same.
export class Index {
  constructor() { this.found = new Map(); }

  add(label, thing) {
    for (const told of tellings(label)) {
      if (!this.found.has(told)) this.found.set(told, []);
      this.found.get(told).push(thing);
    }
  }

  // The exact telling goes before the one without remarks.
  find(label) {
    for (const told of tellings(label)) if (this.found.has(told)) return this.found.get(told);
    return [];
  }
}
