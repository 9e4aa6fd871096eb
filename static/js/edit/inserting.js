// Puts text into a text area as if it were typed, so that the browser's own undo takes it back.

export function insertAt(area, at, text) {
  replaceRange(area, at, at, text);
}

export function replaceAll(area, text) {
  replaceRange(area, 0, area.value.length, text);
}

export function replaceRange(area, from, to, text) {
  area.focus();
  area.setSelectionRange(from, to);
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, from, to, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
