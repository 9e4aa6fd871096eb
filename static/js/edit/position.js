// A pasted block without labels: its top left goes to the focused box, or it is a whole table by its
// size. Totals are run over like any other box. Pure; answers as align.js does.
import { turned } from "./clipboard.js";
import { unnumbered } from "./labels.js";
import { isFigure, isMark, isWord } from "./reading.js";

const LEAST = 6; // boxes: smaller tables are not known by their size

export function byPosition(tables, form, anchor) {
  const answer = { way: "position", cells: [], unmatched: [], doubts: [] };
  const given = tables.length === 1 ? trimmed(tables[0]) : [];
  const isAcross = given.length === 1 && isInList(form, anchor);
  const table = isAcross ? turned(given) : given;
  const where = (line, column) => (isAcross ? `第${column}行第${line}列` : `第${line}行第${column}列`);
  const corner = isLabelled(table) ? null : cornerOf(table, form, anchor);
  if (!corner) return { ...answer, way: "none" };
  table.forEach((row, line) => {
    const keys = keysAt(form, corner.table, corner.line + line);
    row.forEach((cell, column) => place(answer, keys, cell, corner.column + column, where(line + 1, column + 1)));
  });
  return answer;
}

// keys: of the row of the form; none where the form has a row of headings.
function place(answer, keys, cell, column, where) {
  if (!cell.text || (!keys && isWord(cell.text))) return;
  const key = keys && keys[column];
  if (!key && cell.spanned) return;
  const doubt = (why) => answer.doubts.push({ place: where, text: cell.text, why });
  if (!key) doubt("超出了表格");
  else if (cell.spanned) doubt("是合并的单元格，不能确定属于哪一格");
  else answer.cells.push({ key, text: cell.text, raw: cell.raw, place: where });
}

// A list of boxes takes a line of figures one below the other.
function isInList(form, anchor) { return form.some(({ isList, rows }) => isList && rows.some(({ keys }) => keys.includes(anchor))); }

function keysAt(form, table, line) {
  for (const block of form) {
    const row = block.table === table && block.rows.find((one) => one.line === line);
    if (row) return row.keys;
  }
  return null;
}

function cornerOf(table, form, anchor) {
  for (const block of form) {
    const row = block.rows.find(({ keys }) => keys.includes(anchor));
    if (row) return { table: block.table, line: row.line, column: row.keys.indexOf(anchor) };
  }
  const width = Math.max(0, ...table.map((row) => row.length));
  const isAlike = (one) => height(one) === table.length && one.columns.length === width && table.length * width >= LEAST;
  const alike = [...form, ...wholes(form)].filter(isAlike);
  return alike.length ? { table: alike[0].table, line: alike[0].rows[0].line, column: 0 } : null;
}

// The tables of several blocks, from the first row of figures to the last.
function wholes(form) {
  const tables = [...new Set(form.map(({ table }) => table))];
  return tables.map((table) => {
    const blocks = form.filter((block) => block.table === table);
    return { ...blocks[0], rows: [].concat(...blocks.map(({ rows }) => rows)) };
  });
}

function height({ rows }) { return rows[rows.length - 1].line - rows[0].line + 1; }

// A first row or first column of words that the form does not know: nobody can say what they mean.
// Nor can they in a single column of words and figures.
function isLabelled(table) {
  if (!table.length || isWords(table[0])) return true;
  const first = table.map((row) => row[0]);
  const isColumn = table.every((row) => row.length < 2);
  return isColumn ? first.some((cell) => cell && isWord(cell.text)) : isWords(first) || isWords(first.slice(1));
}

function isWords(cells) {
  const said = cells.filter((cell) => cell && cell.text);
  return said.some(({ text }) => isWord(unnumbered(text))) && !said.some(({ text }) => isFigure(text) || isMark(text));
}

// Without the blank rows at its foot and the blank columns at its right.
function trimmed(table) {
  const isBlank = (row) => row.every((cell) => !cell.text);
  let bottom = table.length;
  while (bottom && isBlank(table[bottom - 1])) bottom -= 1;
  const width = Math.max(0, ...table.map((row) => row.reduce((most, cell, n) => (cell.text ? n + 1 : most), 0)));
  return table.slice(0, bottom).map((row) => row.slice(0, width));
}
