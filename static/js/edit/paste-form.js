// The statutory tables, and the fees, as the page shows them: blocks of figures with the labels of
// their rows and columns, for aligning what is pasted. The labels stand in the page alone.
import { plain } from "./labels.js";

// → [{title, table, columns: [label path], heads, rows: [{labels: label path, keys: [cell id per
//    column], line}]}]; `table` counts the tables of the page, `line` the rows of its table; `heads` is
//    what the headings of the columns say one after another; `isList` is a column that has none.
export function formOf(page) {
  const blocks = [];
  page.querySelectorAll("table[data-grid]").forEach((table, number) => {
    [...table.rows].forEach((row, line) => {
      const boxes = [...row.querySelectorAll("td input")];
      if (boxes.length) addRow(blocks, boxes.map((box) => ({ key: box.name, ...headingsOf(box) })), number, line);
    });
  });
  for (const block of blocks) block.heads = plain([...page.querySelectorAll("th.h-column")].filter(({ id }) => block.ids.has(id)).map(words).join(""));
  return [...blocks.map(({ title, columns, heads, rows, table }) => ({ title, columns, heads, rows, table })), ...lists(page, blocks)];
}

// The fees: a label with its unit and a box each.
function lists(page, blocks) {
  const rows = [...page.querySelectorAll(".fee")].map((fee, line) => ({
    labels: [`${words(fee.querySelector("label"))}（${words(fee.querySelector(".unit"))}）`], keys: [fee.querySelector("input").name], line,
  }));
  return rows.length ? [{ title: "", columns: [[""]], heads: "", rows, table: blocks[blocks.length - 1].table + 1, isList: true }] : [];
}

function words(element) { return element.textContent.replace(/\s+/g, ""); }

function addRow(blocks, cells, table, line) {
  const name = cells.map(({ ids }) => ids).join(" ");
  const [{ title, row }] = cells;
  let block = blocks[blocks.length - 1];
  if (!block || block.name !== name) {
    block = { name, ids: new Set(name.split(" ")), table, title, columns: cells.map(({ column }) => column), rows: [] };
    blocks.push(block);
  }
  block.rows.push({ labels: row, keys: cells.map(({ key }) => key), line });
}

function headingsOf(box) {
  const heads = (box.closest("td").getAttribute("headers") || "").split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  const told = (kind) => heads.filter((head) => head.classList.contains(`h-${kind}`));
  const said = (kind) => told(kind).map(words);
  return { title: said("title")[0] || "", row: said("row"), column: said("column"), ids: [...told("title"), ...told("column")].map(({ id }) => id).join(" ") };
}
