// A finding's sentence in parts, as reports/templatetags/findings.py takes it apart: where it is,
// its clauses a line each, and the difference at its end. Any other sentence is one line.

export function pieces(message) {
  const colon = message.indexOf("：");
  const lines = message.slice(colon + 1).split("，");
  if (colon < 0 || lines.length < 3 || !lines[lines.length - 1].startsWith("差")) {
    return { at: "", lines: [message], gap: "" };
  }
  return { at: message.slice(0, colon), lines: lines.slice(0, -1), gap: lines[lines.length - 1] };
}
