// Draws the findings into the panel, part by part of the report, the notes aside. A finding that stays
// keeps its element, so that nothing flickers and nobody loses an explanation half written.
import { kindOf } from "./findings.js";
import { pieces } from "./pieces.js";

export function showFindings(findings, panel) {
  const groups = new Map();
  for (const box of panel.querySelectorAll("[data-group]")) {
    const list = box.querySelector("ul");
    list.textContent = "";
    groups.set(box.dataset.group, { box, list });
  }
  const several = document.getElementById("several");
  const template = document.getElementById("finding-template").content.firstElementChild;
  const totals = new Set(
    findings.draft.facts.equations.filter((equation) => equation.computes).map((equation) => equation.code),
  );
  const { words } = findings.draft.facts;
  let drawn = new Map();

  function draw() {
    const now = new Map();
    const filled = new Map([...groups.keys()].map((group) => [group, []]));
    for (const finding of findings.all) {
      let name = nameOf(finding);
      while (now.has(name)) name += " again";
      const item = drawn.get(name) || template.cloneNode(true);
      fill(item, finding, words, totals.has(finding.code));
      now.set(name, item);
    }
    for (const item of now.values()) filled.get(groupOf(item.finding)).push(item);
    for (const [name, item] of drawn) if (now.get(name) !== item) item.remove();
    for (const [group, items] of filled) place(groups.get(group), items);
    drawn = now;
    panel.classList.toggle("has-several", findings.all.filter((one) => one.severity === "warning").length > 1);
    tally();
  }

  // What is to be done: no notes, and nothing that was explained.
  function tally() {
    const tallied = Object.keys(words.kinds)
      .filter((kind) => kind !== "note" && findings.count(kind))
      .map((kind) => `${findings.count(kind)} ${words.kinds[kind]}`);
    say(panel.querySelector("[data-tally]"), tallied.join(" · "));
    hide(panel.querySelector("[data-all-well]"), findings.all.length > 0);
  }

  findings.addEventListener("judged", draw);
  draw();
  panel.addEventListener("toggle", offerPhrases, true);
  panel.addEventListener("change", takePhrase);

  // The list of 常用说明 is on the page once; an explanation that is opened gets a copy.
  function offerPhrases({ target }) {
    const text = target.matches(".explain") && target.querySelector("textarea");
    if (text && !target.querySelector("select")) text.before(several.querySelector("select").cloneNode(true));
  }
}

function takePhrase({ target }) {
  if (!target.matches("[data-phrase]")) return;
  const text = target.form.elements.text;
  text.value = target.value + text.value;
  target.value = "";
  text.focus();
}

function groupOf({ severity, section }) { return severity === "note" ? "note" : String(section || 0); }

function place({ box, list }, items) {
  let at = list.firstElementChild;
  for (const item of items) {
    if (item === at) at = at.nextElementSibling;
    else list.insertBefore(item, at);
  }
  hide(box, !items.length);
}

const names = new WeakMap(); // finding → what tells it from the others

function nameOf(finding) {
  if (!names.has(finding)) names.set(finding, `${finding.code} ${finding.section} ${finding.cells.join(" ")}`);
  return names.get(finding);
}

function fill(item, finding, words, isTotal) {
  if (item.finding === finding) return;
  item.finding = finding;
  const told = JSON.stringify(finding);
  if (item.told === told) return;
  item.told = told;
  const { at, lines, gap } = pieces(finding.message);
  item.className = `finding finding-${kindOf(finding)}`;
  item.dataset.code = finding.code;
  const go = item.querySelector("[data-go]");
  go.dataset.go = finding.cells.join(" ");
  go.dataset.goSection = finding.section || "";
  say(item.querySelector(".finding-kind"), finding.code === "unsaved" ? "未保存" : words.kinds[kindOf(finding)]);
  say(item.querySelector("[data-at]"), at);
  say(item.querySelector("[data-gap]"), gap);
  say(item.querySelector("[data-asks]"), finding.asks || "");
  say(item.querySelector("[data-because]"), finding.because || (finding.severity === "error" ? "" : words.custom));
  say(item.querySelector("[data-todo]"), words.to_do[kindOf(finding)] || "");
  item.querySelector("[data-lines]").replaceChildren(...lines.map(line));
  item.querySelector("[data-retotal]").hidden = !isTotal;
  fillRepairs(item.querySelector("[data-repairs]"), finding.repairs || []);
  fillExplanation(item.querySelector("[data-explain]"), finding);
}

// Places to look at; each is a link to its cell, and none of them changes it.
function fillRepairs(hints, repairs) {
  if (hints.hidden && !repairs.length) return;
  hints.hidden = repairs.length === 0;
  hints.querySelector("ul").replaceChildren(...repairs.map(({ cell, message }) => {
    const made = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "finding-hint";
    button.dataset.go = cell;
    button.textContent = message;
    made.append(button);
    return made;
  }));
}

function fillExplanation(explain, finding) {
  explain.hidden = finding.severity !== "warning";
  if (explain.hidden) return;
  const { explanation, reopened, fingerprint } = finding;
  const form = explain.querySelector("form");
  const again = reopened ? `须重新说明，原说明：${reopened}` : "填写情况说明";
  say(explain.querySelector("summary"), explanation ? `情况说明：${explanation}` : again);
  const fresh = form.elements.fingerprint.value !== fingerprint;
  form.elements.fingerprint.value = fingerprint;
  explain.querySelector("input").value = fingerprint;
  if (fresh && explanation) form.elements.text.value = explanation;
}

function line(text) {
  const made = document.createElement("span");
  made.className = "finding-line";
  made.textContent = text;
  return made;
}

function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
