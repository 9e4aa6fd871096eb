// Which column of the form each column of a pasted table is, by the headings above it. Pure.
import { isSame, plain } from "./labels.js";

// block: {columns: [label path, outermost first]}; heads: the rows of cells above the figures.
// → {places: Map of pasted column → form column, unclear: Set of pasted columns}
export function columnsOf(block, heads) {
  const places = new Map();
  const open = new Map(); // pasted column → form columns that it may be
  const width = Math.max(0, ...heads.map((row) => row.length));
  for (let column = 0; column < width; column += 1) {
    const found = isMerged(heads, column) ? [] : candidates(block, headings(heads, column));
    if (found.length === 1) places.set(column, found[0]);
    else if (found.length) open.set(column, found);
  }
  inOrder(open, places);
  return { places, unclear: new Set([...open.keys(), ...twice(places)]) };
}

// The headings above a column, outermost first. Text with tabs says a merged heading only once, at
// its left; it speaks for the blanks to the right of it, but never as the innermost heading.
function headings(heads, column) {
  const own = heads.map((row) => (row[column] ? row[column].text : ""));
  const last = own.reduce((lowest, text, level) => (text ? level : lowest), -1);
  return own.slice(0, last + 1).map((text, level) => text || toTheLeft(heads[level], column));
}

// The innermost heading is merged with the one at its left, and names that column alone.
function isMerged(heads, column) {
  const own = heads.map((row) => row[column]).filter((cell) => cell && cell.text);
  return own.length > 0 && own[own.length - 1].beside;
}

function toTheLeft(row, column) {
  for (let left = Math.min(column, row.length) - 1; left >= 0; left -= 1) if (row[left].text) return row[left].text;
  return "";
}

function candidates(block, texts) {
  if (!texts.length) return [];
  const leaf = texts[texts.length - 1];
  const all = block.columns.map((_, n) => n).filter((n) => isSame(last(block.columns[n]), leaf));
  if (all.length < 2) return all;
  const fit = (n) => block.columns[n].slice(0, -1).every((parent) => texts.some((text) => isSame(parent, text)));
  const fitting = all.filter(fit);
  return fitting.length ? fitting : all;
}

// As many columns as there are places that they may be: they come in the form's order.
function inOrder(open, places) {
  const groups = new Map();
  for (const [column, found] of open) {
    const name = found.join(" ");
    groups.set(name, [...(groups.get(name) || []), column]);
  }
  for (const [name, columns] of groups) {
    const found = name.split(" ").map(Number);
    if (columns.length !== found.length) continue;
    columns.forEach((column, n) => { places.set(column, found[n]); open.delete(column); });
  }
}

// Two columns that would be the same one are neither.
function twice(places) {
  const count = (place) => [...places.values()].filter((one) => one === place).length;
  const both = [...places].filter(([, place]) => count(place) > 1).map(([column]) => column);
  both.forEach((column) => places.delete(column));
  return both;
}

// How many cells of a row are headings of columns somewhere in the form. names: plain labels.
export function headingsIn(row, names) {
  return row.filter((cell) => !cell.spanned && cell.text && names.has(plain(cell.text))).length;
}

export function last(path) { return path[path.length - 1] || ""; }
