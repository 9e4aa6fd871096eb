// Reads from the page where the boxes of its tables stand.
import { Geometry } from "./geometry.js";

// {key: Geometry of its table} for every box of a table.
export function readGrids(form) {
  const grids = new Map();
  for (const table of form.querySelectorAll("table[data-grid]")) {
    const inputs = [...table.querySelectorAll("td > input.figure-box")];
    const geometry = new Geometry(inputs.map(place));
    for (const input of inputs) grids.set(input.name, geometry);
  }
  return grids;
}

function place(input) {
  const cell = input.closest("td");
  const first = Number(input.dataset.col);
  return { key: input.name, line: cell.parentElement.rowIndex, first, last: first + cell.colSpan - 1 };
}
