// The page computes and finds what Python does, case by case of the golden file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { judge, recompute } from "../../static/js/equations.js";
import { pieces } from "../../static/js/edit/pieces.js";

const golden = JSON.parse(readFileSync(new URL("../golden/arithmetic.json", import.meta.url), "utf8"));
const bases = new Map(golden.bases.map((base) => [base.name, base.figures]));

for (const { name, base, set, changed = [], expected } of golden.cases) {
  test(`arithmetic: ${name}`, () => {
    const figures = { ...bases.get(base), ...set };
    const computed = recompute(golden.equations, figures, changed);
    const found = golden.equations.map((one) => judge(one, { ...figures, ...computed })).filter(Boolean);
    assert.deepEqual(computed, expected.computed);
    assert.deepEqual(
      found.map((finding) => ({ ...finding, pieces: pieces(finding.message) })),
      expected.findings.map(({ left, right, gap, ...finding }) => ({ ...finding, severity: "error" })),
    );
  });
}

test("figures given are left as they were", () => {
  const figures = { ...bases.get("zeros") };
  recompute(golden.equations, Object.freeze(figures), Object.keys(figures));
  assert.deepEqual(figures, bases.get("zeros"));
});
