// Pieces of a rewritten text as elements, as reports/templatetags/redlined.py draws them.

const CUES = { gone: ["del", "（删去：", "）"], new: ["ins", "（加上：", "）"] };

export function pieces(told) {
  return told.map(([kind, text]) => (CUES[kind] ? marked(text, ...CUES[kind]) : plain(kind, text)));
}

function marked(text, tag, opening, closing) {
  const made = document.createElement(tag);
  made.append(cue(opening), text, cue(closing));
  return made;
}

function cue(words) {
  const made = document.createElement("span");
  made.className = "visually-hidden";
  made.textContent = words;
  return made;
}

function plain(kind, text) {
  const made = document.createElement("span");
  if (kind === "left_out") made.className = "left-out";
  made.textContent = text;
  return made;
}
