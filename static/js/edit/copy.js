// Copying, cutting and clearing what is selected: a range, or the one box a person stands in. In a
// box that is being edited all three stay the browser's own.
import { asTable, asText } from "./copied.js";
import { isComposing } from "./keyboard.js";

export function copyAndClear({ draft, cursor, range, edits, announce }) {
  const chosen = () => {
    if (!cursor.key || cursor.editing) return [];
    return range.rows.length ? range.rows : whole(cursor) ? [[cursor.key]] : [];
  };

  function copy(event) {
    const rows = chosen();
    if (!rows.length) return false;
    const texts = rows.map((row) => row.map((key) => (key ? draft.box(key).value : null)));
    event.preventDefault();
    event.clipboardData.setData("text/plain", asText(texts));
    event.clipboardData.setData("text/html", asTable(texts));
    return true;
  }

  // Totals stay: they follow.
  function clear() {
    const values = {};
    for (const key of chosen().flat().filter(Boolean)) values[key] = null;
    const count = edits.apply(values, "typed").length;
    announce(count ? `已清除${count}格` : "所选各格已经为空或不能录入");
  }

  draft.form.addEventListener("copy", copy);
  draft.form.addEventListener("cut", (event) => { if (copy(event)) clear(); });
  draft.form.addEventListener("keydown", (event) => {
    if (isComposing(event) || (event.key !== "Delete" && event.key !== "Backspace")) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !range.rows.length) return;
    event.preventDefault();
    clear();
  });
}

function whole({ box }) {
  return box.value !== "" && box.selectionStart === 0 && box.selectionEnd === box.value.length;
}
