// Last year's values: in a box's tooltip with the difference and, if one likes, in its corner.
import { total } from "../equations.js";
import { printed } from "../figures.js";

const KEPT = "nianbao:last-year";

// “上年 423，变化 −169（−40%）”; empty where last year says nothing. Where last year's form had one
// row for several of this year's, they are set against it together.
export function beside(draft, key) {
  const { last_year: values, together } = draft.facts;
  if (values[key] === undefined) return "";
  const rows = together[key];
  const change = difference(rows ? total(draft.figures, rows) : draft.figures[key], values[key]);
  return `上年 ${printed(values[key])}${rows ? `（上年不分项，与本年${rows.length}项之和比）` : ""}${change && `，${change}`}`;
}

// Of two figures as the server keeps them; empty while there is none this year.
export function difference(now, last) {
  if (now === null || now === undefined) return "";
  const gap = Number((Number(now) - Number(last)).toFixed(6));
  if (gap === 0) return "与上年相同";
  return `变化 ${signed(gap)}${Number(last) ? `（${signed(percent(gap, Number(last)))}%）` : ""}`;
}

function percent(gap, last) {
  const share = (100 * gap) / Math.abs(last);
  return Math.abs(share) < 1 ? Number(share.toFixed(1)) : Math.round(share);
}

function signed(number) { return `${number < 0 ? "−" : "+"}${Math.abs(number)}`; }

export function showLastYear({ draft, line, card, say }) {
  const box = line.querySelector("input");
  const known = () => Object.keys(draft.facts.last_year);

  function show() {
    line.hidden = !known().length;
    draft.form.classList.toggle("shows-last", box.checked && !line.hidden);
    if (box.checked) for (const key of known()) write(draft, key);
  }

  // Another report counts as last year's by now, or none any more.
  document.addEventListener("nianbao:last-year", ({ detail: { last, overtaken } }) => {
    for (const key of known()) forget(draft, key);
    for (const name of ["last_year", "together", "inherited"]) draft.facts[name] = last[name];
    line.querySelector("[data-last-basis]").textContent = last.basis;
    card.innerHTML = overtaken; // drawn by our own template, which escapes
    show();
    say("上年报告刚刚有变动，格旁的上年数和待确认的结转已随之更新，请核对。");
  });

  draft.form.addEventListener("mouseover", ({ target }) => {
    if (draft.box(target.name) === target && draft.facts.last_year[target.name] !== undefined) target.title = beside(draft, target.name);
  });
  box.checked = read() === "1";
  box.addEventListener("change", () => {
    keep(box.checked ? "1" : "");
    show();
  });
  show();
}

function homeOf(draft, key) {
  const box = draft.box(key);
  return box && box.closest("td, .fee-box");
}

function forget(draft, key) {
  const home = homeOf(draft, key);
  if (!home) return;
  draft.box(key).removeAttribute("title");
  delete home.dataset.last;
}

function write(draft, key) {
  const home = homeOf(draft, key);
  if (home) home.dataset.last = `${draft.facts.together[key] ? "共" : ""}${printed(draft.facts.last_year[key])}`;
}

// Some browsers are set to keep nothing.
function read() {
  try { return localStorage.getItem(KEPT); } catch (error) { return ""; }
}

function keep(value) {
  try { localStorage.setItem(KEPT, value); } catch (error) { /* it is asked for again next time */ }
}
