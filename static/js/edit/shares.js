// At the foot of the rail: what each division still owes, as the boxes stand now.
// reports/dividing/sharing.py says the same at first.

export function showShares({ draft, prefills, rail }) {
  const shares = Object.entries(draft.facts.shares)
    .map(([id, keys]) => ({ keys, line: rail.querySelector(`[data-share="${id}"]`) }));

  function draw() {
    for (const { keys, line } of shares) {
      const words = wordsOf(draft, prefills, keys);
      if (line.textContent !== words) line.textContent = words;
    }
  }

  if (!shares.length) return;
  draft.addEventListener("change", draw);
  prefills.addEventListener("told", draw);
}

function wordsOf(draft, prefills, keys) {
  const waiting = keys.filter((key) => prefills.waiting(key)).length;
  const owed = keys.filter((key) => isBlank(draft, key) && !prefills.waiting(key)).length;
  if (owed) return `还缺${owed}项`;
  return waiting ? `待确认${waiting}项` : "已齐";
}

function isBlank(draft, key) {
  return draft.isFigure(key) ? draft.figures[key] === null : !draft.value(key).trim();
}
