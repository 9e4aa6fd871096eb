// Beside each section's name: how far it has come. reports/views/rail.py says the same at first.
import { kindOf } from "./findings.js";

export function showProgress(draft, findings, rail) {
  const items = [...rail.querySelectorAll("[data-rail]")].map((item) => ({
    number: Number(item.dataset.rail),
    state: item.querySelector("[data-rail-state]"),
    figures: draft.typedKeys().filter((key) => !key.startsWith("fees.") && inSection(draft, key, item.dataset.rail)),
    prose: draft.box(`prose.${item.dataset.rail}`),
    fees: Object.keys(draft.facts.cells).filter((key) => key.startsWith("fees.") && inSection(draft, key, item.dataset.rail)),
  }));

  function draw() {
    for (const item of items) {
      const [kind, words] = progress(draft, findings, item);
      if (item.kind !== kind) item.state.className = `rail-state rail-${kind}`;
      item.kind = kind;
      if (item.state.textContent !== words) item.state.textContent = words;
    }
  }

  findings.addEventListener("judged", draw);
  draw();
}

function inSection(draft, key, number) {
  const cell = draft.cell(key);
  return Boolean(cell) && String(cell.section) === number;
}

function progress(draft, findings, { number, figures, prose, fees }) {
  const here = findings.all.filter((one) => one.section === number && kindOf(one) !== "open");
  const wrong = here.filter((one) => one.severity === "error").length;
  const doubtful = here.filter((one) => one.severity === "warning" && !one.explanation).length;
  const blank = figures.filter((key) => draft.figures[key] === null).length;
  if (wrong) return ["wrong", `${wrong} 错`];
  if (blank) return ["wait", `待填 ${blank}`];
  if (prose && isEmpty(draft, prose, fees)) return ["wait", "待填"];
  if (doubtful) return ["warn", `${doubtful} 疑点`];
  return ["done", figures.length ? `✓ ${figures.length}项` : "✓"];
}

// The fee sentence, once its figures are there, is content of its section.
function isEmpty(draft, prose, fees) {
  if (prose.value.trim()) return false;
  return !fees.length || fees.some((key) => draft.figures[key] === null);
}
