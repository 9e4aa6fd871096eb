// In the tables: which boxes the text speaks of, and in 本格 what it says of the box one stands in.
import { nameOf } from "./conflicts.js";
import { made } from "./said-layer.js";
import { button, say, worded } from "./said-list.js";

const NOTE = "said-note"; // what screen readers add to the name of such a box

export function tellInCells({ draft, parts, ways, card }) {
  let spoken = new Map(); // key → whether the text is wrong about it
  let here = "";
  const note = Object.assign(made("p"), { id: NOTE, hidden: true, textContent: "正文说到本格，按F8到正文" });
  const shown = Object.assign(made("div", "here-said"), { hidden: true });
  const list = made("ul");
  shown.append(Object.assign(made("p", "muted"), { textContent: "正文中（F8）：" }), list);
  card.querySelector("[data-here-rules]").after(shown);
  draft.form.append(note);

  function mark() {
    const now = new Map();
    for (const { found } of parts) {
      for (const { cells, verdict } of found) for (const key of cells) now.set(key, now.get(key) || verdict === "disagrees");
    }
    for (const key of spoken.keys()) if (!now.has(key)) toggle(draft.box(key), false, false);
    for (const [key, wrong] of now) if (spoken.get(key) !== wrong) toggle(draft.box(key), true, wrong);
    spoken = now;
  }

  function tell() {
    const about = here ? ways.about(here) : [];
    shown.hidden = !about.length;
    while (list.children.length > about.length) list.lastElementChild.remove();
    while (list.children.length < about.length) list.append(item(list.children.length));
    about.forEach(({ part, n, one }, at) => {
      const [go, words] = list.children[at].children;
      const claim = part.claims[n];
      say(go, `“${claim.quoted}”`);
      say(words, `${nameOf(draft, part.key)}；${claim.text}：${worded(claim, one)}`);
    });
  }

  function item(at) {
    const line = made("li");
    const go = button("link", "", () => {
      const { part, n } = ways.about(here)[at];
      ways.toText(part, n);
    });
    line.append(go, made("span", "muted"));
    return line;
  }

  draft.form.addEventListener("focusin", ({ target }) => {
    here = draft.isFigure(target.name) ? target.name : "";
    tell();
  });
  here = document.activeElement && draft.isFigure(document.activeElement.name) ? document.activeElement.name : "";
  return () => {
    mark();
    tell();
  };
}

function toggle(box, on, wrong) {
  if (!box) return;
  box.classList.toggle("is-said", on);
  box.classList.toggle("is-said-wrong", wrong);
  const others = (box.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && id !== NOTE);
  if (on) others.push(NOTE);
  if (others.length) box.setAttribute("aria-describedby", others.join(" "));
  else box.removeAttribute("aria-describedby");
}
