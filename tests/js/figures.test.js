// The page reads a typed number, or refuses it in the same words, as Python does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { clean, printed } from "../../static/js/figures.js";

const { cases } = JSON.parse(readFileSync(new URL("../golden/numbers.json", import.meta.url), "utf8"));

for (const { label, kind, raw, ...expected } of cases) {
  test(`${kind} ${JSON.stringify(raw)}`, () => {
    assert.deepEqual(clean({ label, kind }, raw), expected);
  });
}

test("a signed count may be negative, and never minus zero", () => {
  const cell = { label: "x", kind: "signed_count" };
  assert.deepEqual(clean(cell, "－12"), { value: -12 });
  assert.ok(Object.is(clean(cell, "-0").value, 0));
});

test("blank prints nothing and zero prints 0", () => {
  assert.deepEqual([null, undefined, 0, "3.50"].map(printed), ["", "", "0", "3.50"]);
});
