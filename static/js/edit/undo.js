// Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) across the boxes of all tables. A value that has changed since
// stays and is named; what somebody else has changed unseen comes back from the server as a conflict.
import { isComposing } from "./keyboard.js";

export function undoByKeys({ draft, grids, cursor, range, edits, announce, say }) {
  document.addEventListener("keydown", (event) => {
    const act = isComposing(event) ? "" : actOf(event);
    if (!act || keepsItsOwn(event.target, act)) return;
    event.preventDefault();
    const moved = edits[act]();
    if (moved) return tell(act, moved);
    return announce(`没有可以${WORDS[act]}的操作`);
  });

  // Fees, texts and other forms keep the browser's own undo, except of figures that were pasted there.
  function keepsItsOwn(target, act) {
    return target.matches("input, textarea, select, [contenteditable], dialog *") && !grids.has(target.name) && !edits.isNext(act, target.name);
  }

  function tell(act, { values, skipped: left }) {
    const skipped = left.filter((key) => !draft.computed.has(key)); // totals follow
    const keys = Object.keys(values);
    const name = (key) => (draft.cell(key) ? draft.cell(key).label : key);
    if (keys.length) {
      range.clear();
      cursor.goTo(keys[0]);
      if (cursor.key) cursor.move();
      const now = `${name(keys[0])}，现为${draft.box(keys[0]).value || "空"}`;
      announce(`已${WORDS[act]}：${keys.length === 1 ? now : `${name(keys[0])}等${keys.length}格`}`);
    }
    if (skipped.length) {
      say(`有${skipped.length}格后来又有改动，没有${WORDS[act]}：${skipped.map(name).join("；")}。`);
    }
  }
}

const WORDS = { undo: "撤销", redo: "恢复" };

function actOf(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return "";
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : "";
}
