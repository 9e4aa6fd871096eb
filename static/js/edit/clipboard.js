// What lies on the clipboard as tables of cells: HTML from Excel, WPS, Word, LibreOffice or a web
// page, or text with tabs. Knows nothing of the form; changes nothing.
//
// A table is rows of cells {text, raw, spanned, beside, below}: merged cells are spread over all they
// cover; `spanned` marks those that only repeat their neighbour, `beside` those that repeat the one at
// their left, `below` the one above. `raw` is the number behind a shown text, where the program tells it.

// {html, text} as the clipboard gives them → the tables found, HTML first.
export function tablesOf({ html = "", text = "" }) {
  const found = html ? htmlTables(html) : [];
  return found.length ? found : textTables(text);
}

const WIDEST = 300; // columns; broken pages have cells that span thousands
const HIDDEN = /display:\s*none|mso-hide:\s*all|visibility:\s*collapse/i;
const STRUCK = /line-through/i;
const ASIDE = "del, s, strike, sup, sub, [data-style*=line-through]";

// The tables of a piece of HTML; a table that only holds other tables is looked through.
export function htmlTables(html) {
  const page = new DOMParser().parseFromString(unstyled(html), "text/html");
  for (const gone of page.querySelectorAll("style, script, o\\:p:empty")) gone.remove();
  for (const [, name, rules] of html.matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/g)) if (HIDDEN.test(rules) || STRUCK.test(rules)) restyle(page, name, rules);
  for (const part of page.querySelectorAll("[data-style]")) if (isHidden(part) && !part.matches("tr, col")) part.remove();
  return [...page.querySelectorAll("table")].filter(isOwn).map(seen).filter(isFilled);
}

// The page's security policy would complain of every style, even where nothing is drawn.
function unstyled(html) {
  return html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/(<[^>]*?)\sstyle=/gi, "$1 data-style=");
}

// Excel says by a class what is struck out.
function restyle(page, name, rules) {
  for (const part of page.getElementsByClassName(name)) part.dataset.style = `${rules};${part.dataset.style || ""}`;
}

// Whether it has figures of its own beside the tables it holds.
function isOwn(table) {
  const isFigure = (cell) => !cell.querySelector("table") && /^\s*[0-9０-９]/.test(cell.textContent);
  return !table.querySelector("table") || [...table.rows].some((row) => [...row.cells].some(isFigure));
}

// Without the rows and columns that nobody saw who copied them; merged cells may reach over such.
function seen(table) {
  const rows = [...table.rows];
  const columns = [].concat(...[...table.querySelectorAll("col")].map((col) => Array(span(col.span)).fill(isHidden(col))));
  return spread(rows.map((row) => [...row.cells].map(cellOf)))
    .filter((_, n) => !isHidden(rows[n]))
    .map((cells) => cells.filter((_, n) => !columns[n]));
}

function isHidden(part) { return part.hidden || HIDDEN.test(part.dataset.style || ""); }

function cellOf(cell) {
  return { text: shown(cell), raw: rawOf(cell), rowspan: span(cell.rowSpan), colspan: span(cell.colSpan) };
}

// Absurd spans, as broken pages have them, would fill the memory.
function span(count) { return Math.min(Math.max(count, 1), 200); }

// textContent knows no line breaks; here they only part words. What is struck out or a note is no part
// of a number, and nobody says whether it counts: in parentheses it is seen and not read as digits.
function shown(cell) {
  const isAside = (part) => part.matches(ASIDE) && !part.parentElement.closest(ASIDE) && part.textContent.trim();
  for (const aside of [cell, ...cell.querySelectorAll("*")].filter(isAside)) aside.textContent = `（${aside.textContent.trim()}）`;
  for (const stop of cell.querySelectorAll("br, p, div")) stop.append(" ");
  return tidy(cell.textContent);
}

// x:num is Excel's, sdval LibreOffice's. An empty x:num says: a number, just as it is shown.
function rawOf(cell) { return cell.getAttribute("x:num") || cell.getAttribute("sdval") || ""; }

export function tidy(text) { return text.replace(/[\s\u00a0\u3000]+/g, " ").trim(); }

// Rows of {text, raw, rowspan, colspan} → rows of {text, raw, spanned}, each in its column.
export function spread(rows) {
  const grid = rows.map(() => []);
  rows.forEach((cells, top) => {
    let left = 0;
    for (const cell of cells) {
      while (grid[top][left]) left += 1;
      if (left > WIDEST) break;
      lay(grid, cell, top, left);
      left += cell.colspan || 1;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell || blank()));
}

function lay(grid, cell, top, left) {
  const { text, raw = "", rowspan = 1, colspan = 1 } = cell;
  for (let down = 0; down < rowspan && top + down < grid.length; down += 1) {
    for (let right = 0; right < colspan; right += 1) {
      grid[top + down][left + right] = { text, raw, spanned: down > 0 || right > 0, beside: right > 0, below: down > 0 };
    }
  }
}

function blank() { return { text: "", raw: "", spanned: false, beside: false, below: false }; }

// The table with its rows as columns.
export function turned(table) {
  const width = Math.max(0, ...table.map((row) => row.length));
  const turn = (cell = blank()) => ({ ...cell, beside: cell.below, below: cell.beside });
  return Array.from({ length: width }, (_, n) => table.map((row) => turn(row[n])));
}

// Text as spreadsheets copy it: a line a row, a tab between cells, quotes round cells with breaks.
export function textTables(text) {
  const rows = records(text.replace(/\r\n?/g, "\n").replace(/\n+$/, ""));
  const table = spread(rows.map((cells) => cells.map((cell) => ({ text: tidy(cell) }))));
  return isFilled(table) ? [table] : [];
}

function records(text) {
  const rows = [];
  let cells = [];
  const pattern = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, cell, stop] = match;
    cells.push(cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replace(/""/g, '"') : cell);
    if (stop === "\t") continue;
    rows.push(cells);
    cells = [];
    if (!stop) break;
  }
  return rows;
}

function isFilled(table) { return table.some((row) => row.some((cell) => cell.text)); }

// Whether there is more than one cell to it: one value is pasted as any text is.
export function isBlock(tables) {
  return tables.some((table) => table.length > 1 || table.some((row) => row.length > 1));
}
