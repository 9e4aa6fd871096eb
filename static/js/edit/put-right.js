// 规范标点: shows what it would change, paragraph by paragraph; undo takes it back as one step.
import { close, open } from "../dialog.js";
import { replaceAll } from "./inserting.js";
import { putRight } from "./punctuation.js";

export function offerPunctuation({ draft, dialog, say }) {
  const list = dialog.querySelector("[data-put-right-list]");
  let asked = null;

  for (const button of document.querySelectorAll("[data-put-right]")) {
    button.addEventListener("click", () => {
      const area = draft.box(button.dataset.putRight);
      if (area.readOnly) return;
      const seen = area.value;
      const { text, changes } = putRight(seen);
      if (!changes.length) return say("这一部分的标点没有需要规范的。");
      asked = { area, seen, text };
      dialog.querySelector("[data-put-right-words]").textContent = `有${changes.length}段将改动，请核对后确认；确认后可按Ctrl+Z撤销。`;
      list.replaceChildren(...changes.map(shown));
      open(dialog);
    });
  }

  dialog.querySelector("[data-put-right-cancel]").addEventListener("click", () => close(dialog));
  dialog.querySelector("[data-put-right-confirm]").addEventListener("click", () => {
    close(dialog);
    if (asked.area.value !== asked.seen) return say("文字刚刚有改动，没有规范标点，请再按一次。");
    replaceAll(asked.area, asked.text);
    say("");
  });
}

function shown({ before, after }) {
  const made = document.createElement("li");
  made.append(line("del", "原文：", before, after), line("ins", "改为：", after, before));
  return made;
}

// The paragraph with what the other one has otherwise marked.
function line(tag, label, text, other) {
  const made = document.createElement(tag);
  made.append(label);
  for (const { same, part } of pieces(text, other)) {
    const node = same ? document.createTextNode(part) : document.createElement("mark");
    if (!same) node.textContent = part;
    made.append(node);
  }
  return made;
}

// Signs are put right one for one, mostly: what differs lies between a common start and end.
export function pieces(text, other) {
  if (text.length !== other.length) return between(text, other);
  const found = [];
  [...text].forEach((char, at) => {
    const same = char === [...other][at];
    const last = found[found.length - 1];
    if (last && last.same === same) last.part += char;
    else found.push({ same, part: char });
  });
  return found;
}

function between(text, other) {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(text.length, other.length) - start && text[text.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return [
    { same: true, part: text.slice(0, start) },
    { same: false, part: text.slice(start, text.length - end) },
    { same: true, part: text.slice(text.length - end) },
  ].filter(({ part }) => part);
}
