// Selecting boxes with the mouse. The first press goes to a box with its whole value selected;
// dragging from there, or a press with Shift, selects a range; a double press edits, and from then on
// the mouse selects text in the box as in any other. A finger scrolls: it only goes, and edits where
// it comes a second time.

export function pickByMouse({ draft, grids, cursor, range }) {
  let from = ""; // the box the button went down in
  let fresh = false; // whether that press has entered it
  let finger = false;
  const boxAt = ({ target }) => {
    const cell = target.closest && target.closest("table[data-grid] td");
    const input = cell && cell.querySelector("input.figure-box");
    return input && grids.has(input.name) ? input.name : "";
  };

  draft.form.addEventListener("pointerdown", ({ pointerType }) => { finger = pointerType === "touch"; });

  draft.form.addEventListener("mousedown", (event) => {
    const key = boxAt(event);
    if (event.button !== 0 || !key || event.target.name !== key) return;
    if (event.shiftKey && !cursor.editing && sameTable(key)) {
      event.preventDefault();
      range.extend(key);
      from = cursor.key;
      fresh = true;
      return;
    }
    fresh = key !== cursor.key || range.rows.length > 0;
    from = cursor.editing && !fresh ? "" : key;
    range.clear();
    if (finger || (!fresh && (!from || event.detail > 1))) return; // the caret goes where the press is
    event.preventDefault();
    cursor.goTo(key);
    cursor.move();
  });

  draft.form.addEventListener("mouseover", (event) => {
    if (!from || finger || !(event.buttons & 1)) return;
    const key = boxAt(event);
    if (!key || key === (range.head || from) || !sameTable(key)) return;
    fresh = true; // a drag does not edit
    range.extend(key);
  });

  document.addEventListener("mouseup", ({ detail }) => {
    if (from && from === cursor.key) {
      if (!fresh && (finger || detail > 1)) cursor.edit(true);
      else cursor.box.select();
    }
    from = "";
  });

  const sameTable = (key) => cursor.key !== "" && grids.get(key) === grids.get(cursor.key);
}
