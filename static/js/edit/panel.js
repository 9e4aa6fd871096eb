// Draws the findings into the panel. A finding that stays keeps its element, so that nothing flickers
// and nobody loses an explanation half written.
import { kindOf } from "./findings.js";
import { pieces } from "./pieces.js";

const KINDS = { error: "错误", open: "待填", warning: "疑点", note: "提示" };

export function showFindings(findings, panel) {
  const list = panel.querySelector("[data-finding-list]");
  const template = document.getElementById("finding-template").content.firstElementChild;
  const totals = new Set(
    findings.draft.facts.equations.filter((equation) => equation.computes).map((equation) => equation.code),
  );
  let drawn = new Map();
  list.textContent = "";

  function draw() {
    const now = new Map();
    let clause = "";
    for (const finding of findings.all) {
      const name = nameOf(finding);
      const item = drawn.get(name) || template.cloneNode(true);
      fill(item, finding, totals.has(finding.code));
      // The clause is said once for neighbours that rest on the same.
      hide(item.querySelector("[data-because]"), finding.because === clause);
      clause = finding.because;
      now.set(name, item);
    }
    for (const [name, item] of drawn) if (!now.has(name)) item.remove();
    let at = list.firstElementChild;
    for (const item of now.values()) {
      if (item === at) at = at.nextElementSibling;
      else list.insertBefore(item, at);
    }
    drawn = now;
    tally();
  }

  function tally() {
    const words = Object.keys(KINDS)
      .filter((kind) => findings.count(kind))
      .map((kind) => `${findings.count(kind)} ${KINDS[kind]}`)
      .join(" · ");
    say(panel.querySelector("[data-tally]"), words);
    hide(panel.querySelector("[data-all-well]"), findings.all.length > 0);
  }

  findings.addEventListener("judged", draw);
  draw();
}

const names = new WeakMap(); // finding → what tells it from the others

function nameOf(finding) {
  if (!names.has(finding)) names.set(finding, `${finding.code} ${finding.section} ${finding.cells.join(" ")}`);
  return names.get(finding);
}

function fill(item, finding, isTotal) {
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
  say(item.querySelector(".finding-kind"), finding.code === "unsaved" ? "未保存" : KINDS[kindOf(finding)]);
  say(item.querySelector("[data-at]"), at);
  say(item.querySelector("[data-gap]"), gap);
  say(item.querySelector("[data-because]"), finding.because || "");
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
  const { explanation, fingerprint } = finding;
  const form = explain.querySelector("form");
  say(explain.querySelector("summary"), explanation ? `情况说明：${explanation}` : "填写情况说明");
  const fresh = form.elements.fingerprint.value !== fingerprint;
  form.elements.fingerprint.value = fingerprint;
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
