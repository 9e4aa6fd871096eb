import assert from "node:assert/strict";
import test from "node:test";
import { beside, difference } from "../../static/js/edit/last-year.js";

const draft = (now, last) => ({ figures: { a: now }, facts: { last_year: last === undefined ? {} : { a: last }, together: {} } });

test("the difference is said with its share of last year", () => {
  assert.equal(difference(254, 423), "变化 −169（−40%）");
  assert.equal(difference(430, 423), "变化 +7（+2%）");
  assert.equal(difference(1001, 1000), "变化 +1（+0.1%）");
});

test("money is compared as money, without the crumbs of binary fractions", () => {
  assert.equal(difference("0.3", "0.1"), "变化 +0.2（+200%）");
  assert.equal(difference("318.450", "318.45"), "与上年相同");
});

test("of nothing last year no share can be said", () => {
  assert.equal(difference(5, 0), "变化 +5");
  assert.equal(difference(0, 0), "与上年相同");
});

test("a blank has no difference, and an unknown last year is not mentioned", () => {
  assert.equal(beside(draft(null, 12), "a"), "上年 12");
  assert.equal(beside(draft(9, 12), "a"), "上年 12，变化 −3（−25%）");
  assert.equal(beside(draft(9), "a"), "");
});

test("what last year's form had in one row is set against the sum of this year's rows", () => {
  const rows = ["a", "b", "c"];
  const facts = { last_year: { a: 12 }, together: { a: rows } };
  assert.equal(beside({ figures: { a: 1, b: 5, c: 9 }, facts }, "a"), "上年 12（上年不分项，与本年3项之和比），变化 +3（+25%）");
  assert.equal(beside({ figures: { a: 1, b: 5, c: null }, facts }, "a"), "上年 12（上年不分项，与本年3项之和比）");
});
