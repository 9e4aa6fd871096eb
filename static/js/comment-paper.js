// 批注 on the printed page: a press on a figure, a paragraph or a heading chooses it for a new one;
// marks stand at what was commented on, and what colleagues say comes by itself. By keyboard the place is chosen from the list in the form.
import { drawMarks } from "./comment-marks.js";
import { hearNews } from "./comment-news.js";
import { choose, Comments } from "./comments.js";

const card = document.querySelector("[data-comments]");
const paper = document.querySelector(".paper");
const WHOLE = "section-0";

if (card && paper) start(new Comments(card));

function start(comments) {
  const draw = () => drawMarks(comments.marks, find);
  comments.addEventListener("drawn", draw);
  draw();
  if (!card.querySelector("[data-comment-new]")) return; // nothing is said any more
  hearNews(comments);
  paper.classList.add("can-comment");
  paper.addEventListener("click", (event) => {
    if (event.target.closest("a")) return; // a number that leads to its cells
    const place = event.target.closest("[data-cell], [data-key], .paper-heading");
    if (place && !String(getSelection())) begin(comments, place);
  });
}

function find(key) {
  if (key === WHOLE) return { at: paper.querySelector(".paper-title"), isHeading: true };
  if (key.startsWith("section-")) return { at: paper.querySelector(`#${key} .paper-heading`), isHeading: true };
  const at = paper.querySelector(`[data-cell="${CSS.escape(key)}"], [data-key="${CSS.escape(key)}"]`);
  return { at };
}

// A remark half written keeps its place.
function begin(comments, place) {
  const form = comments.open().querySelector("form");
  const { anchor, text } = form.elements;
  if (!text.value) choose(anchor, anchorOf(anchor, place), "");
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  place.classList.add("lit");
  text.focus();
}

// A printed sentence that nobody wrote as a paragraph goes by its part.
function anchorOf(select, place) {
  const has = (anchor) => [...select.options].some((one) => one.value === anchor);
  const { cell, key } = place.dataset;
  if (cell) return cell;
  if (key && has(`prose.${key}`)) return `prose.${key}`;
  const number = key ? key.split("#")[0] : place.closest("section").id.replace("section-", "");
  return has(`prose.${number}`) ? `prose.${number}` : `section.${number}`;
}
