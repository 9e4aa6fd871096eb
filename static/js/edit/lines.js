// Text with a cell on every line, as Writer gives a table to programs that take no HTML. A row is told by
// its label and by as many lines after it as the form has columns; anything else is a doubt. Pure.
import { last } from "./columns.js";
import { plain, unitIn } from "./labels.js";
import { isFigure, isMark, isWord } from "./reading.js";

const MOST = 4; // lines that one label may be broken into

// table: rows of one cell; names: as align.js knows them. → {known, cells, unmatched, doubts}
export function byLines(table, { form, names, number }) {
  const lines = new Lines(table.map(([cell]) => (cell ? cell.text : "")), form, names, number);
  while (lines.next()) lines.take();
  return lines;
}

class Lines {
  constructor(texts, form, names, number) {
    const parents = new Set([].concat(...form.map(({ rows }) => [].concat(...rows.map(({ labels }) => labels.slice(0, -1).map(plain))))));
    Object.assign(this, { texts, form, names, parents, table: number, at: 0, block: null });
    Object.assign(this, { known: 0, cells: [], unmatched: [], doubts: [] });
  }

  // Words up to the next figures, and the figures; blank lines between them may be blank cells.
  next() {
    this.words = [];
    this.start = this.at;
    while (this.at < this.texts.length && !isGiven(this.texts[this.at])) {
      if (this.texts[this.at]) this.words.push(this.texts[this.at]);
      this.at += 1;
      if (this.texts[this.at - 1]) this.start = this.at;
    }
    while (this.at < this.texts.length && !this.isLabel(this.texts[this.at])) this.at += 1;
    return this.start < this.texts.length && this.at > this.start;
  }

  isLabel(text) { return text !== "" && !isGiven(text) && (isWord(text) || this.names.rows.find(text).length > 0 || this.parents.has(plain(text))); }

  take() {
    const found = this.rowOf();
    const given = this.texts.slice(this.start, this.at);
    const label = this.words[this.words.length - 1] || "";
    if (!found) return this.unmatched.push({ place: this.place(this.start), label, figures: given.filter(Boolean).join("、") });
    this.known += 1;
    const { block, number, before } = found;
    const { keys } = block.rows[number];
    while (!given[given.length - 1]) given.pop(); // merged cells leave blank lines: these may be no cells
    const why = this.whyNot(block, number, before, given.length);
    if (why) return this.doubts.push({ place: this.place(this.start - 1), text: label, why });
    this.block = block;
    return given.forEach((text, n) => {
      if (text) this.cells.push({ key: keys[n], text, raw: "", place: this.place(this.start + n) });
    });
  }

  // A block without labels of rows follows its headings; other rows their own label, in one line or broken.
  rowOf() {
    const said = this.words.map(plain).join("");
    const bare = this.form.find(({ rows, heads }) => !rows[0].labels.length && heads && said.endsWith(heads));
    if (bare) return { block: bare, number: 0, before: [] };
    for (let count = 1; count <= Math.min(MOST, this.words.length); count += 1) {
      const found = this.names.rows.find(this.words.slice(-count).join(""));
      if (found.length === 1) return { ...found[0], before: this.words.slice(0, -count) };
    }
    return null;
  }

  whyNot(block, number, before, count) {
    const said = before.map(plain).join("");
    const others = before.filter((text) => plain(text) && !this.parents.has(plain(text)));
    if (!said.includes(block.heads) || !block.heads) {
      if (this.block !== block && !block.isList && others.length) return "上面的列标题与本表不同，不能确定是哪一列";
    }
    const own = unitIn(last(block.rows[number].labels)) || unitIn(last(block.columns[0]));
    const units = this.words.map(unitIn).filter(Boolean);
    if (own && units.length && !units.includes(own)) return "单位与本表不同";
    return count === block.columns.length ? "" : `应有${block.columns.length}格，粘贴的有${count}格，不能确定是哪一列`;
  }

  place(line) { return `${this.table ? `第${this.table}个表` : ""}第${line + 1}行`; }
}

function isGiven(text) { return isFigure(text) || isMark(text); }
