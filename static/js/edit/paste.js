// What is pasted into a text area arrives as plain, tidy paragraphs; undo takes it back as usual.
import { tidy } from "../prose.js";

export function cleanPastes(form) {
  form.addEventListener("paste", (event) => {
    const area = event.target;
    if (!area.matches || !area.matches("textarea[data-prose]") || !event.clipboardData) return;
    const text = event.clipboardData.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    // The only way to insert that the browser's own undo knows of.
    document.execCommand("insertText", false, joined(text));
  });
}

// A piece of a paragraph keeps the blanks at its edges; whole paragraphs do not, but they keep the
// breaks that part them from their neighbours.
function joined(text) {
  const clean = tidy(text);
  const breakIn = (edge) => (edge.test(text) ? "\n" : "");
  if (/[\r\n]/.test(text)) return !clean ? "\n" : `${breakIn(/^\s*[\r\n]/)}${clean}${breakIn(/[\r\n]\s*$/)}`;
  return text.replace(/[\t\u00a0]/g, " ").replace(/[\u200b-\u200f\ufeff\u00ad]/g, "");
}
