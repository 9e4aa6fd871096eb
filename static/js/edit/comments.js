// 批注 on the filling page: marks at what was commented on, the threads of the focused place first,
// and a new one goes to that place. "nianbao:pulse" {comments} tells the number of the last remark.
import { drawMarks } from "../comment-marks.js";
import { choose, Comments } from "../comments.js";
import { tidy } from "../prose.js";

export function showComments(draft, card) {
  if (!card) return;
  const comments = new Comments(card);
  let here = "";

  const reveal = revealing(card);

  const find = (key) => {
    const box = draft.box(key);
    if (box && draft.isFigure(key)) return { at: box.closest("td, .fee-box"), box };
    const part = box ? box.closest(".part") : draft.form.querySelector(`#s${key.replace("section.", "")}`);
    return part && { at: part.querySelector("h2") || headOf(part), isHeading: true, box };
  };

  function draw() {
    drawMarks(comments.marks, find);
    sort(card, here);
  }

  // A thread half written keeps its place.
  function place() {
    const form = card.querySelector("[data-comment-new] form");
    if (!form || form.elements.text.value || !here) return;
    const cell = draft.cell(here);
    const anchor = cell ? here : paragraphAt(form.elements.anchor, draft.box(here));
    choose(form.elements.anchor, anchor, cell ? cell.label : "");
  }

  document.addEventListener("nianbao:place", ({ detail }) => {
    here = detail.key;
    sort(card, here);
    place();
    requestAnimationFrame(reveal); // once the other cards have drawn the place
  });
  document.addEventListener("nianbao:pulse", ({ detail }) => {
    if (detail.comments > comments.last) comments.refresh();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-comment-here]")) return begin();
    const go = event.target.closest("[data-comment-go]");
    if (!go || !draft.box(go.dataset.commentGo)) return;
    event.preventDefault();
    visit(draft.box(go.dataset.commentGo), go.dataset.words);
  });

  function begin() {
    const form = comments.open();
    if (!form) return;
    place();
    form.querySelector("textarea").focus();
  }

  card.addEventListener("toggle", (event) => {
    if (event.target.matches("[data-comment-new]") && event.target.open) place();
  }, true);
  comments.addEventListener("drawn", () => { draw(); place(); });
  draw();
  // After the browser itself has scrolled there.
  addEventListener("load", () => {
    if (location.hash.startsWith("#box-")) visit(draft.box(decodeURIComponent(location.hash.slice(5))));
  });
}

// The words between title and section one have a label for a heading.
function headOf(part) {
  return part.querySelector(".part-label");
}

// The threads of the place come first; the order of the rest stays.
function sort(card, here) {
  const list = card.querySelector("[data-threads]");
  const threads = [...list.children];
  for (const thread of threads) thread.classList.toggle("is-here", Boolean(here) && thread.dataset.box === here);
  if (list.contains(document.activeElement)) return;
  const first = threads.filter((thread) => thread.classList.contains("is-here"));
  list.prepend(...first);
}

// Brings the place's own thread into view where the column of cards is too long, and takes the column
// back when one goes on.
function revealing(card) {
  const side = card.closest(".side");
  let moved = 0;
  return () => {
    side.scrollTop -= moved;
    moved = 0;
    const thread = card.querySelector(".thread.is-here");
    if (!thread) return;
    const [at, room] = [thread.getBoundingClientRect(), side.getBoundingClientRect()];
    const before = side.scrollTop;
    side.scrollTop += Math.max(0, Math.min(at.bottom - room.bottom + 8, at.top - room.top));
    moved = side.scrollTop - before;
  };
}

// The paragraph in which the caret stands, where the list of places has it; else the whole part.
function paragraphAt(select, area) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const line = tidy(area.value.slice(start).split("\n")[0]);
  const options = [...select.options].filter((one) => one.value.startsWith(`${area.name}#`));
  const found = line && options.find((one) => line.startsWith(one.text.replace(/^[^：]*：/, "")));
  return found ? found.value : area.name;
}

// Goes to the box; of a text, to the paragraph.
function visit(box, words) {
  if (!box) return;
  box.scrollIntoView({ block: "center" });
  box.focus({ preventScroll: true });
  const start = words ? box.value.indexOf(words) : -1;
  if (start >= 0) box.setSelectionRange(start, start + words.length);
}
