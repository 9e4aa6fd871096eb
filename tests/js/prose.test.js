// The page tidies text and sees headings as Python does, case by case of the golden file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isHeading, length, level, tidy } from "../../static/js/prose.js";

const golden = JSON.parse(readFileSync(new URL("../golden/prose.json", import.meta.url), "utf8"));

for (const { raw, tidy: expected } of golden.pasted) {
  test(`tidy ${JSON.stringify(raw)}`, () => assert.equal(tidy(raw), expected));
}

for (const { line, level: expected, is_heading: heading } of golden.headings) {
  test(`heading ${line}`, () => {
    assert.equal(level(line), expected);
    assert.equal(isHeading(line), heading);
  });
}

test("the count is of what a reader sees", () => {
  assert.equal(length("　　（一）主动\n\n𬭚 甲\u200b"), 8);
});
