// The box a person stands in: its place in the form, why what was typed could not be taken, its unit,
// last year's value, what waits in it or locks it, and the identities it takes part in.
// Whenever another box gets the focus, `document` hears "nianbao:place" with detail {key}.
import { judge, total } from "../equations.js";
import { nameOf } from "./conflicts.js";
import { beside } from "./last-year.js";

const NOTES = { signed_count: "，减少的填负数" };

export function showHere({ draft, findings, prefills, card }) {
  const part = (name) => card.querySelector(`[data-here-${name}]`);
  let key = "";
  let described = null; // the box whose refusal is told here

  function draw() {
    card.hidden = !draft.boxes.has(key);
    card.parentElement.classList.toggle("has-here", !card.hidden);
    drawProblem();
    if (card.hidden) return;
    part("path").textContent = nameOf(draft, key);
    const cell = draft.cell(key);
    tell(part("kind"), cell && `单位：${draft.facts.units[cell.kind]}${NOTES[cell.kind] || ""}${draft.computed.has(key) ? "，由系统合计" : ""}`);
    tell(part("last"), cell && beside(draft, key));
    const inherited = draft.facts.inherited[key];
    tell(part("inherited"), inherited && `上年各机关：${inherited}`);
    drawPrefill();
    const mine = draft.facts.equations.filter((one) => one.left.includes(key) || one.right.includes(key));
    part("rules").replaceChildren(...mine.map((equation) => rule(draft, equation)));
  }

  function drawProblem() {
    const refused = findings.all.find((one) => one.code === "unsaved" && one.cells[0] === key);
    tell(part("problem"), refused && refused.message);
    if (described) described.removeAttribute("aria-describedby");
    const box = draft.boxes.get(key);
    described = refused && !box.hasAttribute("aria-describedby") ? box : null;
    if (described) described.setAttribute("aria-describedby", part("problem").id);
  }

  function drawPrefill() {
    const waiting = prefills.waiting(key);
    part("waiting").hidden = !waiting;
    part("lock").hidden = !prefills.locked(key);
    if (!waiting) return;
    part("proposed").textContent = waiting.value;
    part("proposed").classList.toggle("is-text", !draft.isFigure(key));
    part("source").textContent = waiting.words;
    tell(part("now"), waiting.barred ? "本格已锁定，解锁以后才能采用" : consequence(draft, key, waiting.now));
    card.querySelector('[data-take="cell"]').hidden = waiting.barred;
    const [row, column, table] = ["row", "column", "table"].map((scope) => prefills.near(key, scope).length);
    offer(card.querySelector('[data-take="row"]'), row, row > 1);
    offer(card.querySelector('[data-take="column"]'), column, column > 1);
    offer(card.querySelector('[data-take="table"]'), table, table > Math.max(row, column, 1));
  }

  draft.form.addEventListener("focusin", (event) => {
    const place = draft.boxes.has(event.target.name) ? event.target.name : "";
    if (place && place !== key) {
      document.dispatchEvent(new CustomEvent("nianbao:place", { detail: { key: place } }));
    }
    key = place;
    draw();
  });
  findings.addEventListener("judged", draw);
  prefills.addEventListener("told", draw);
}

// What confirming would do to what stands there already.
function consequence(draft, key, now) {
  if (draft.isFigure(key)) return now !== null && `确认后代替现有的 ${now}`;
  return draft.value(key).trim() && "确认后接在现有文字之后";
}

function tell(line, words) {
  line.textContent = words || "";
  line.hidden = !words;
}

// A wider scope is offered only where it holds more than a narrower one.
function offer(button, count, wider) {
  const [words] = button.textContent.split("（");
  button.textContent = `${words}（${count}格）`;
  button.hidden = !wider;
}

function rule(draft, equation) {
  const item = document.createElement("li");
  const finding = judge(equation, draft.figures);
  const sums = [equation.left, equation.right].map((cells) => total(draft.figures, cells));
  const judged = sums[0] !== null && sums[1] !== null;
  item.className = finding ? "rule-wrong" : judged ? "rule-right" : "rule-open";
  const state = finding ? `${sums[0]} ≠ ${sums[1]}` : judged ? `✓ ${sums[0]}` : "填齐后自动核对";
  const figure = document.createElement("span");
  figure.className = "figure";
  figure.textContent = state;
  item.append(`${equation.because} `, figure);
  return item;
}
