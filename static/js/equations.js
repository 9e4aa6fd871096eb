// Judges and computes the identities of the form from the same equations the server uses, sent to
// the page as JSON. The golden file arithmetic.json is read by the tests of both.
import { LARGEST } from "./figures.js";

// The sum of counts; null while any of them is blank. figures: {cell id: number or null}.
export function total(figures, cells) {
  let sum = 0;
  for (const cell of cells) {
    const figure = figures[cell];
    if (figure === null || figure === undefined) return null;
    sum += figure;
  }
  return sum;
}

// The sum as it stands in a total's cell: null, too, where no cell may hold so much.
function fitting(figures, cells) {
  const found = total(figures, cells);
  return found !== null && found > LARGEST ? null : found;
}

// The finding if the equation fails; null if it holds or cannot be judged for a blank cell.
export function judge(equation, figures) {
  const left = total(figures, equation.left);
  const right = total(figures, equation.right);
  if (left === null || right === null || left === right) return null;
  return {
    code: equation.code,
    severity: "error",
    section: equation.section,
    cells: [...equation.left, ...equation.right],
    message: words(equation, figures, left, right),
    because: equation.because,
  };
}

function words(equation, figures, left, right) {
  const values = { left, right, gap: Math.abs(left - right) };
  equation.left.forEach((cell, n) => { values[`l${n}`] = figures[cell]; });
  equation.right.forEach((cell, n) => { values[`r${n}`] = figures[cell]; });
  return equation.says.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// The totals that rest on the changed cells, as they must be now; figures stays as it is. Totals
// that rest on nothing changed are not looked at: one that was imported and disagrees stands. So
// does one that is itself among the changed, for it was pasted.
export function recompute(equations, figures, changed) {
  const given = new Set(changed);
  const touched = new Set(changed);
  const now = Object.assign({}, figures);
  const fresh = {};
  for (const equation of equations) {
    if (!equation.computes || !equation.left.some((cell) => touched.has(cell))) continue;
    const [result] = equation.right;
    if (given.has(result)) continue;
    now[result] = fresh[result] = fitting(now, equation.left);
    touched.add(result);
  }
  return fresh;
}
