// Values as a clipboard takes them: rows of texts, null where a wide box has no second. Pure.

// Excel and WPS end their lines so.
export function asText(rows) {
  return rows.map((row) => row.map(shown).join("\t")).join("\r\n");
}

// Rows and cells and nothing else, so that a document that takes them up keeps its own look.
export function asTable(rows) {
  const row = (texts) => `<tr>${texts.map((text) => `<td>${escaped(shown(text))}</td>`).join("")}</tr>`;
  return `<table>${rows.map(row).join("")}</table>`;
}

// One value is one cell, whatever was typed.
function shown(text) {
  return text === null ? "" : text.replace(/[\t\r\n]+/g, " ");
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text) {
  return text.replace(/[&<>]/g, (char) => ENTITIES[char]);
}
