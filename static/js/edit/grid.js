// The tables as a spreadsheet: puts together where boxes stand, the box one is in, what is selected,
// and what keys and mouse do there.
import { copyAndClear } from "./copy.js";
import { Cursor } from "./cursor.js";
import { pickByMouse } from "./drag.js";
import { readGrids } from "./grids.js";
import { moveByKeys } from "./keyboard.js";
import { Range } from "./range.js";
import { undoByKeys } from "./undo.js";
import { fillZeros } from "./zero-key.js";

// line: where it is told what is selected or was done; say: for sentences that must not be missed.
export function useAsGrid({ draft, edits, line, say }) {
  const grids = readGrids(draft.form);
  const announce = (words) => { if (line.textContent !== words) line.textContent = words; };
  const cursor = new Cursor({ draft, grids, edits });
  for (const name of ["moved", "typed"]) cursor.addEventListener(name, () => announce(""));
  const range = new Range({ draft, grids, cursor, announce });
  const parts = { draft, grids, cursor, range, edits, announce, say };
  moveByKeys(parts);
  fillZeros(parts);
  pickByMouse(parts);
  copyAndClear(parts);
  undoByKeys(parts);
}
