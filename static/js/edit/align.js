// Which box of the form each cell of a pasted table belongs to: by the labels of rows and columns
// where there are any, by position where there are none. Pure. What cannot be told for sure is not
// placed: it comes back as unmatched or as a doubt.
//
// form: as paste-form.js reads it off the page; anchor: the cell that had the focus, or "".
// → {way: "labels", "position" or "none", known: how many labels were, turned: whether rows are columns,
//    cells: [{key, text, raw, place}], unmatched: [{place, label}], doubts: [{place, text, why}]}
import { turned } from "./clipboard.js";
import { columnsOf, headingsIn, last } from "./columns.js";
import { Index, isSame, plain, unitIn } from "./labels.js";
import { byLines } from "./lines.js";
import { byPosition } from "./position.js";
import { isFigure, isMark, isWord } from "./reading.js";

const LARGEST = 100; // rows and columns of a table that may be the form's turned by a quarter

export function align(tables, form, anchor = "") {
  const names = namesOf(form);
  const found = tables.map((table, n) => labelledOf(table, { form, anchor, names, number: tables.length > 1 ? n + 1 : 0 }));
  const all = (part) => [].concat(...found.map((one) => one[part]));
  const labelled = { cells: all("cells"), unmatched: all("unmatched"), doubts: all("doubts") };
  const known = found.reduce((sum, one) => sum + one.known, 0);
  const placed = { ...byPosition(tables, form, anchor), known };
  if (!known || isMore(placed, labelled, names)) return placed;
  return { way: "labels", known, turned: found.some((one) => one.isTurned), ...labelled };
}

// A table whose rows are the form's columns is understood where it tells nothing as it stands.
function labelledOf(table, given) {
  if (isColumn(table)) return byLines(table, given);
  const straight = new Labelled(given);
  straight.take(table);
  if (straight.hasFigures || Math.max(table.length, table[0].length) > LARGEST) return straight;
  const other = new Labelled({ ...given, isTurned: true });
  other.take(turned(table));
  return other.hasFigures ? other : straight;
}

// Figures copied from under headings that stand half within: the place tells more than the labels,
// where it explains every cell and the two agree. Labels of rows are no figures.
function isMore(placed, labelled, names) {
  if (placed.way === "none" || placed.doubts.length || placed.cells.length <= labelled.cells.length) return false;
  if (placed.cells.some(({ text }) => !isFigure(text) && names.rows.find(text).length)) return false;
  const key = new Map(placed.cells.map((cell) => [cell.place, cell.key]));
  return labelled.cells.every((cell) => key.get(cell.place) === cell.key);
}

// The labels of rows, each with {block, number}, and all headings of columns as they are told.
function namesOf(form) {
  const rows = new Index();
  const columns = new Set();
  for (const block of form) {
    block.rows.forEach((row, number) => { if (row.labels.length) rows.add(last(row.labels), { block, number }); });
    for (const path of block.columns) for (const label of path.filter(plain)) columns.add(plain(label));
  }
  return { rows, columns };
}

// A single column has no room for labels beside its figures: copied as text, some programs put
// every cell on a line of its own.
function isColumn(table) { return table.every((row) => row.length < 2); }

class Labelled {
  constructor({ form, anchor, names, number, isTurned = false }) {
    Object.assign(this, { form, anchor, rows: names.rows, columnNames: names.columns, table: number, isTurned });
    Object.assign(this, { known: 0, cells: [], unmatched: [], doubts: [], places: new Map() });
  }

  get hasFigures() { return this.cells.some(({ text }) => isFigure(text) || isMark(text)); }

  take(table) {
    this.ragged = new Set(table.map((row) => row.length)).size > 1;
    this.deep = this.ragged ? 0 : this.labelColumns(table);
    this.above = []; // labels seen in each column, for rows whose outer heading stands further up
    this.heads = [];
    this.loose = []; // figures under headings, without a label of their own
    this.headed = false; // the heads are above figures already: the next one begins anew
    this.named = false; // rows under these heads have labels: one without is nobody's
    table.forEach((row, line) => this.takeRow(row, line));
    this.placeLoose();
  }

  // How many columns at the left hold labels: merged ones are copied as text with blanks after them.
  labelColumns(table) {
    const bodies = table.filter((row) => !this.isHead(row, this.labelIn(row)));
    return Math.max(0, ...bodies.map((row) => this.labelIn(row) + 1));
  }

  isHead(row, at) {
    return headingsIn(row, this.columnNames) > 1 || (at < 0 && !row.some(isGiven));
  }

  takeRow(row, line) {
    const at = this.labelIn(row);
    if (this.isHead(row, at)) return this.head(row);
    if (at >= 0) return this.labelledRow(row, line, at);
    return this.unlabelledRow(row, line);
  }

  // A row of headings, or of nothing but other words.
  head(row) {
    if (this.headed) {
      this.placeLoose();
      this.heads = [];
      this.headed = false;
      this.named = false;
    }
    this.places.clear();
    this.heads.push(row);
    this.known += headingsIn(row, this.columnNames);
  }

  // Where the row's own label stands: the rightmost that the form knows.
  labelIn(row) {
    for (let at = row.length - 1; at >= 0; at -= 1) {
      const { text, spanned } = row[at];
      if (text && !spanned && !isFigure(text) && this.rows.find(text).length) return at;
    }
    return -1;
  }

  labelledRow(row, line, at) {
    this.headed = true;
    this.named = true;
    this.known += 1;
    row.slice(0, at).forEach((cell, n) => { if (cell.text) this.above[n] = cell.text; });
    const found = this.oneOf(this.rows.find(row[at].text));
    if (!found) return this.doubt(line, at, row[at].text, "同名的行不止一处，不能确定是哪一行");
    this.block = found.block;
    return this.placeRow(found.block, found.number, row, line, at);
  }

  // Of several rows with the same label the one whose outer headings are there as well.
  oneOf(found) {
    if (found.length < 2) return found[0];
    const fits = ({ block, number }) => {
      const outer = block.rows[number].labels.slice(0, -1);
      return outer.length && outer.every((label) => this.above.some((text) => text && isSame(label, text)));
    };
    const fitting = found.filter(fits);
    if (fitting.length === 1) return fitting[0];
    const headed = found.filter(({ block }) => this.heads.some((row) => row.some((cell) => block.title && isSame(cell.text, block.title))));
    return headed.length === 1 ? headed[0] : null;
  }

  // at: where the label stands; -1 where there is none.
  placeRow(block, number, row, line, at) {
    const { places, unclear, strange } = this.columnsFor(block, row, at);
    const { keys } = block.rows[number];
    for (let column = this.afterLabel(row, at); column < row.length; column += 1) {
      const cell = row[column];
      if (!cell.text) continue;
      if (strange) this.doubt(line, column, cell.text, strange);
      else if (!places.has(column)) this.stray(cell, line, column, unclear.has(column));
      else if (cell.spanned) this.doubt(line, column, cell.text, "是合并的单元格，不能确定属于哪一格");
      else if (this.hasOtherUnit(block, number, row[at], column, places)) this.doubt(line, column, cell.text, "单位与本表不同");
      else this.cells.push({ key: keys[places.get(column)], text: cell.text, raw: cell.raw, place: this.place(line, column) });
    }
  }

  // Whether the pasted label, the heading above or a line over the table names another unit of money.
  hasOtherUnit(block, number, label, column, places) {
    const own = unitIn(last(block.columns[places.get(column)])) || unitIn(last(block.rows[number].labels));
    const heads = [].concat(...this.heads.map((row) => [row[column], ...row.filter(({ text }) => /^[（(]?单位/.test(text))]));
    const said = [...heads, label].filter(Boolean).map(({ text }) => unitIn(text)).filter(Boolean);
    return own !== "" && said.length > 0 && !said.includes(own);
  }

  stray(cell, line, column, unclear) {
    if (cell.spanned) return;
    this.doubt(line, column, cell.text, unclear ? "同名的列不止一处，不能确定是哪一列" : "没有对应的列");
  }

  // By the headings where they stand above the row's figures; else by order, if the number agrees.
  columnsFor(block, row, at) {
    const found = this.columnsOf(block);
    const { places, unclear } = found;
    const start = this.afterLabel(row, at);
    const beyond = [...places.keys()].some((column) => column < start || column >= row.length);
    const whole = places.size === block.columns.length;
    const headed = places.size > 0 || unclear.size > 0;
    const wider = headed && this.isWider(row);
    if (headed && !wider && (!this.ragged || (whole && !beyond))) return found;
    const ordered = inOrder(block, row, start);
    if (wider && !ordered.places.size) return { ...ordered, strange: "这一行的格数比列标题多，不能确定是哪一列" };
    const strange = !headed && this.hasOtherHeads(start) && "上面的列标题与本表不同，不能确定是哪一列";
    return { ...ordered, strange };
  }

  // Something in the row has pushed its figures out from under their headings.
  isWider(row) {
    const width = Math.max(...this.heads.map((head) => head.length));
    return row.slice(width).some(({ text }) => text);
  }

  // Columns under headings of which the form knows none are not its columns in order.
  hasOtherHeads(start) {
    return this.heads.some((row) => row.slice(start).filter(({ text, spanned }) => text && !spanned).length > 1);
  }

  // The same for every row under the same headings.
  columnsOf(block) {
    if (!this.places.has(block)) this.places.set(block, columnsOf(block, this.heads));
    return this.places.get(block);
  }

  afterLabel(row, at) {
    if (at < 0) return 0;
    let start = at + 1;
    while (start < row.length && row[start].spanned && row[start].text === row[at].text) start += 1;
    return Math.max(start, this.deep);
  }

  unlabelledRow(row, line) {
    this.headed = true;
    const block = this.blockOfHeads();
    const words = row.findIndex((cell) => cell.text && !cell.spanned && !isGiven(cell));
    const hasRows = block && block.rows[0].labels.length > 0;
    const apart = words >= 0 && (!block || (hasRows && !this.columnsOf(block).places.has(words)));
    if (!block || apart) return this.unmatchedRow(row, line);
    return this.loose.push({ block, row, line });
  }

  unmatchedRow(row, line) {
    const said = row.filter((cell) => cell.text && !cell.spanned);
    const label = said.filter((cell) => !isGiven(cell)).map((cell) => cell.text).join(" ");
    const figures = said.filter(isGiven).map((cell) => cell.text).join("、");
    this.unmatched.push({ place: this.place(line), label, figures });
  }

  // The block that most of the headings speak of; none where two are as likely.
  blockOfHeads() {
    const scores = this.form.map((block) => this.columnsOf(block).places.size);
    const best = Math.max(...scores);
    const likely = this.form.filter((_, n) => scores[n] === best);
    return best > 0 && likely.length === 1 ? likely[0] : null;
  }

  // Rows without labels: as many as the block has, or from the row of the focused box on.
  placeLoose() {
    const { loose } = this;
    this.loose = [];
    if (!loose.length) return;
    const { block } = loose[0];
    const focused = block.rows.findIndex((row) => row.keys.includes(this.anchor));
    const start = loose.length === block.rows.length ? 0 : focused;
    const isUnsure = this.named || (this.isTurned && block.rows[0].labels.length > 0);
    if (isUnsure || start < 0 || start + loose.length > block.rows.length) {
      for (const { row, line } of loose) this.unmatchedRow(row, line);
      return;
    }
    loose.forEach(({ row, line }, n) => this.placeRow(block, start + n, row, line, -1));
  }

  doubt(line, column, text, why) { this.doubts.push({ place: this.place(line, column), text, why }); }

  place(line, column) {
    const table = this.table ? `第${this.table}个表` : "";
    if (this.isTurned) return `${table}${column === undefined ? "" : `第${column + 1}行`}第${line + 1}列`;
    return `${table}第${line + 1}行${column === undefined ? "" : `第${column + 1}列`}`;
  }
}

// A figure, or one of the marks that stand for none.
function isGiven(cell) { return !cell.spanned && (isFigure(cell.text) || isMark(cell.text)); }

// As many cells as the block has columns, with the blanks at both sides or without. A word among
// them says that they are not what they seem.
function inOrder(block, row, start) {
  const all = [];
  for (let column = start; column < row.length; column += 1) if (!row[column].spanned) all.push(column);
  const said = all.filter((column) => row[column].text);
  if (said.some((column) => isWord(row[column].text))) return { places: new Map(), unclear: new Set() };
  const inner = all.filter((column) => column >= said[0] && column <= said[said.length - 1]);
  const columns = [all, inner].find((some) => some.length === block.columns.length) || [];
  return { places: new Map(columns.map((column, n) => [column, n])), unclear: new Set() };
}
