// A box whose text could not be taken is named once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutUnsaved } from "../../static/js/edit/blanks.js";

const labels = { a: "甲", b: "乙", c: "丙", sum: "合计" };
const draft = { computed: new Set(["sum"]), cell: (key) => ({ label: labels[key] }) };
const END = "。没有发生的填0，不能留空";
const blank = (cells, words) => ({ code: "blank", section: 2, cells, message: words + END });

test("a finding that names none of them stays what it is", () => {
  const finding = blank(["a", "b"], "还有2格没有填写：“甲”、“乙”");
  assert.equal(withoutUnsaved(finding, new Set(["c"]), draft), finding);
});

test("the others are counted and named as the server names them", () => {
  const finding = blank(["a", "b", "c", "sum"], "还有3格没有填写：“甲”、“乙”等");
  const left = withoutUnsaved(finding, new Set(["a"]), draft);
  assert.deepEqual(left.cells, ["b", "c", "sum"]);
  assert.equal(left.message, "还有2格没有填写：“乙”、“丙”" + END);
});

test("nothing is left where only the totals of refused boxes are blank", () => {
  const finding = blank(["a", "sum"], "还有1格没有填写：“甲”");
  assert.equal(withoutUnsaved(finding, new Set(["a"]), draft), null);
});

test("a text that was refused is not called missing", () => {
  const finding = { code: "section-blank", section: 5, cells: [], message: "没有内容" };
  assert.equal(withoutUnsaved(finding, new Set(["prose.5"]), draft), null);
  assert.equal(withoutUnsaved(finding, new Set(["prose.1"]), draft), finding);
});
