// 批注 on the filling page: marks at what was commented on, the threads of the focused place first,
// and a new one goes to that place. "nianbao:pulse" {comments} tells the number of the last remark.
import { drawMarks } from "../comment-marks.js";
import { choose, Comments } from "../comments.js";
import { tidy } from "../prose.js";

const AFTER_SAVE = 1500; // ms without another save, after which the card is drawn with what stands now

export function showComments({ draft, autosave, say, card }) {
  if (!card) return;
  const comments = new Comments(card);
  let here = "";
  let isStale = false; // whether a text or a figure commented on has changed since the card was drawn
  let soon = 0;

  const reveal = revealing(card);
  const see = document.querySelector("[data-comment-see]");
  see.addEventListener("click", () => {
    const thread = card.querySelector(".thread.is-here");
    thread.scrollIntoView({ block: "nearest" });
    thread.focus({ preventScroll: true });
  });

  const find = (key) => {
    const box = draft.box(key);
    if (box && draft.isFigure(key)) return { at: box.closest("td, .fee-box"), box };
    const part = box ? box.closest(".part") : draft.form.querySelector(`#s${key.replace("section.", "")}`);
    return part && { at: part.querySelector("h2") || headOf(part), isHeading: true, box };
  };

  function draw() {
    drawMarks(comments.marks, find);
    order();
  }

  function order() {
    sort(card, here);
    const count = comments.marks[here] || 0;
    see.hidden = !count;
    see.textContent = `看批注（${count}）`;
  }

  function changed(keys) {
    const marked = keys.filter((key) => key in comments.marks);
    isStale = isStale || marked.length > 0 || keys.some((key) => !draft.isFigure(key));
    if (!marked.length) return; // the list of paragraphs is asked for when it is needed
    clearTimeout(soon);
    soon = setTimeout(freshen, AFTER_SAVE);
  }

  async function freshen() {
    clearTimeout(soon);
    if (!isStale) return;
    isStale = false;
    if (await comments.refresh({ anyway: true }) !== 200) isStale = true;
  }

  const formOf = () => card.querySelector("[data-comment-new] form");

  function aim(form) {
    const cell = draft.cell(here);
    const anchor = cell ? here : paragraphAt(form.elements.anchor, draft.box(here));
    choose(form.elements.anchor, anchor, cell ? cell.label : "");
    return anchor;
  }

  // A thread half written keeps its place.
  function place() {
    const form = formOf();
    return form && here && !form.elements.text.value ? aim(form) : "";
  }

  // A paragraph just written is in the list of places once it is saved.
  async function placeAnew() {
    const [key, chosen] = [here, place()];
    if (!chosen || draft.isFigure(key) || !await autosave.settled()) return;
    await freshen();
    if (key === here && formOf() && formOf().elements.anchor.value === chosen) aim(formOf());
  }

  document.addEventListener("nianbao:place", ({ detail }) => {
    here = detail.key;
    order();
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
    placeAnew();
    form.querySelector("textarea").focus();
  }

  card.addEventListener("toggle", (event) => {
    if (event.target.matches("[data-comment-new]") && event.target.open) placeAnew();
  }, true);
  autosave.addEventListener("answer", ({ detail }) => changed(Object.keys(detail.keys || {})));
  draft.addEventListener("change", ({ detail }) => { if (detail.source === "server") changed(detail.keys); });
  let { asked } = comments;
  comments.addEventListener("drawn", () => {
    if (comments.asked.some((thread) => !asked.includes(thread))) say("有新的批注等您回复。");
    asked = comments.asked;
    draw();
    place();
  });
  draw();
  // After the browser itself has scrolled there.
  addEventListener("load", () => {
    const { hash } = location;
    if (hash.startsWith("#box-")) visit(draft.box(decodeURIComponent(hash.slice(5))));
    const go = /^#thread-\d+$/.test(hash) && card.querySelector(`${hash} [data-comment-go]`);
    if (go) go.click();
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

// Brings the place's own thread into view where the column of cards is too long, again once the cards
// above it have drawn all that they tell of the place, and takes the column back when one goes on.
function revealing(card) {
  const side = card.closest(".side");
  let moved = 0;
  let left = 0; // where the column was left: nobody is taken away from what he has scrolled to
  function reveal() {
    side.scrollTop -= moved;
    moved = 0;
    const thread = card.querySelector(".thread.is-here");
    if (thread && !side.querySelector(".conflict")) { // a choice between two values comes first
      const [at, room] = [thread.getBoundingClientRect(), side.getBoundingClientRect()];
      const before = side.scrollTop;
      side.scrollTop += Math.max(0, Math.min(at.bottom - room.bottom + 8, at.top - room.top));
      moved = side.scrollTop - before;
    }
    left = side.scrollTop;
  }
  const isLeft = () => side.scrollTop === left && !side.contains(document.activeElement);
  new ResizeObserver(() => { if (isLeft()) reveal(); }).observe(side.querySelector("[data-here]"));
  return reveal;
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
