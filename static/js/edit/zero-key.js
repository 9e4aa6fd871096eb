// 0 in a blank box for whole numbers fills it and goes on at once, since no other number begins with
// 0: most boxes of most reports are 0. It goes to the next blank box, down the column after Enter or
// an arrow up or down, otherwise in reading order, so that a digit typed on by habit ("05") is seen
// in an empty box and replaces nothing. Where no blank box is left it stays, and typing on replaces
// the 0. Money, which may begin with 0, is left alone, and so is a value that waits to be confirmed. A
// key held down fills one box. Who presses Tab, Enter or an arrow right after it, as after any other
// figure, is taken on from the box that was filled, and skips none.
import { isComposing } from "./keyboard.js";

export function fillZeros({ draft, grids, cursor, range, edits }) {
  let order = "across";
  let filled = ""; // the box that a 0 was just put in, until anything else is pressed
  draft.form.addEventListener("keydown", (event) => {
    if (filled && event.key in ORDERS && !event.shiftKey) cursor.goTo(filled);
    filled = "";
  }, true);
  draft.form.addEventListener("keydown", (event) => {
    if (!grids.has(event.target.name)) return;
    order = ORDERS[event.key] || order;
    if (event.key !== "0" || !isPlain(event) || !isBlank(cursor.key) || cursor.editing) return;
    if (!isWhole(draft.cell(cursor.key)) || range.rows.length) return;
    event.preventDefault();
    if (event.repeat) return;
    const { key } = cursor;
    edits.apply({ [key]: 0 }, "typed");
    cursor.move();
    const next = grids.get(key).next(key, order, isBlank);
    if (!next) return;
    cursor.goTo(next);
    filled = key;
  });
  draft.form.addEventListener("mousedown", () => {
    order = "across";
    filled = "";
  });

  const isBlank = (key) => isEmpty(draft.box(key));
}

const ORDERS = {
  Enter: "downwards", ArrowUp: "downwards", ArrowDown: "downwards", Tab: "across", ArrowLeft: "across", ArrowRight: "across",
};

function isEmpty(box) {
  return box.value.trim() === "" && !box.readOnly && box.dataset.prefill !== "waiting";
}

const isWhole = (cell) => !cell.kind.startsWith("money");

function isPlain(event) {
  return !isComposing(event) && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
}
