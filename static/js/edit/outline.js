// The headings of a text in the rail, as the document will recognise them; each leads to its line.
import { isHeading, level, tidy } from "../prose.js";

const LONGEST_LIST = 30;

export function listHeadings(area) {
  const list = document.querySelector(`[data-outline="${area.name}"]`);
  if (!list) return;
  const headings = headingsOf(area.value).slice(0, LONGEST_LIST);
  const told = JSON.stringify(headings);
  if (list.told === told) return;
  list.told = told;
  list.hidden = headings.length === 0;
  list.replaceChildren(...headings.map((heading) => item(area, heading)));
}

// Where each heading begins and its tidy words, in order.
export function headingsOf(text) {
  let at = 0;
  const found = [];
  for (const line of text.split("\n")) {
    const words = tidy(line);
    if (isHeading(words)) found.push({ at, words });
    at += line.length + 1;
  }
  return found;
}

function item(area, { at, words }) {
  const made = document.createElement("li");
  made.className = `outline-${level(words)}`;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.title = words;
  button.addEventListener("click", () => show(area, at));
  made.append(button);
  return made;
}

// The caret goes to the line, and the line comes into view: the box is as tall as its text.
function show(area, at) {
  area.focus({ preventScroll: true });
  area.setSelectionRange(at, at);
  const top = area.getBoundingClientRect().top + heightOf(area, area.value.slice(0, at));
  scrollBy({ top: top - innerHeight / 3 });
}

// How tall the text is when set like the box.
function heightOf(area, text) {
  const twin = area.cloneNode(false);
  twin.removeAttribute("name");
  twin.removeAttribute("id");
  twin.setAttribute("aria-hidden", "true");
  twin.style.cssText = `position: absolute; visibility: hidden; height: 0; min-height: 0; width: ${area.offsetWidth}px;`;
  twin.value = text;
  area.after(twin);
  const height = twin.scrollHeight;
  twin.remove();
  return height;
}
