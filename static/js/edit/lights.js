// Marks the cells of failing identities, and lights up the cells of a finding that was pressed.

export function markWrong(draft, findings) {
  let marked = new Set();
  function mark() {
    const now = new Set();
    for (const finding of findings.all) {
      if (finding.severity === "error" && finding.code !== "blank") finding.cells.forEach((cell) => now.add(cell));
    }
    for (const key of marked) if (!now.has(key)) toggle(draft.box(key), "is-wrong", false);
    for (const key of now) if (!marked.has(key)) toggle(draft.box(key), "is-wrong", true);
    marked = now;
  }
  findings.addEventListener("judged", mark);
  mark();
}

// Returns light(keys) for those who know of other ways to cells.
export function goWherePressed(draft, panel) {
  let lit = [];
  const light = (boxes) => {
    for (const box of lit) toggle(box, "is-lit", false);
    lit = boxes;
    for (const box of lit) toggle(box, "is-lit", true);
    show(lit);
  };
  panel.addEventListener("click", (event) => {
    const go = event.target.closest("[data-go]");
    if (go) light(boxesOf(draft, go));
  });
  draft.form.addEventListener("input", () => {
    for (const box of lit) toggle(box, "is-lit", false);
    lit = [];
  });
  return (keys) => light(keys.map((key) => draft.box(key)).filter(Boolean));
}

function boxesOf(draft, go) {
  const boxes = go.dataset.go.split(" ").map((key) => draft.box(key)).filter(Boolean);
  if (boxes.length) return boxes;
  const section = draft.form.querySelector(`[data-section="${go.dataset.goSection}"]`);
  return section ? [...section.querySelectorAll("input, textarea")].slice(0, 1) : [];
}

// All of them in view where they fit, and the caret where a person can type.
function show(boxes) {
  if (!boxes.length) return;
  const open = boxes.filter((box) => !box.readOnly);
  const first = open.find((box) => box.value.trim() === "") || open[open.length - 1] || boxes[0];
  const tops = boxes.map((box) => box.getBoundingClientRect().top + scrollY);
  const top = Math.min(...tops);
  const bottom = Math.max(...tops);
  const here = first.getBoundingClientRect().top + scrollY;
  const middle = bottom - top < innerHeight * 0.7 ? (top + bottom) / 2 : here;
  scrollTo({ top: middle - innerHeight / 2, behavior: "smooth" });
  first.focus({ preventScroll: true });
}

function toggle(box, className, on) {
  if (box) box.classList.toggle(className, on);
}
