// What a pasted text says as a figure, and when two labels say the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "../../static/js/edit/clipboard.js";
import { isSame } from "../../static/js/edit/labels.js";
import { Queue } from "../../static/js/edit/queue.js";
import { isFigure, isMark, read } from "../../static/js/edit/reading.js";

const COUNT = { label: "某行", kind: "count" };
const MONEY = { label: "某金额", kind: "money_wan_yuan" };
const count = (text, raw = "") => read(COUNT, { text, raw }, "件");
const money = (text, raw = "") => read(MONEY, { text, raw }, "万元");

test("units, grouping, full width and invisible blanks are understood", () => {
  for (const [text, value] of [["3,014件", 3014], ["３０１４", 3014], [" 7 宗", 7], ["0份", 0], ["1，234，567", 1234567], ["\u200b5", 5], ["12.00", 12], ["1,234.0件", 1234]]) {
    assert.deepEqual(count(text), { value }, text);
  }
  for (const [text, value] of [["12.5万元", "12.5"], ["1,234.56", "1234.56"], ["１２．５０", "12.50"]]) {
    assert.deepEqual(money(text), { value }, text);
  }
});

test("a figure that may be negative is one with any of the signs that are typed for minus", () => {
  const change = { label: "某增减", kind: "signed_count" };
  for (const text of ["-5", "−5", "－5", "—5", "–5件"]) {
    assert.ok(isFigure(text), text);
    assert.deepEqual(read(change, { text, raw: "" }, "件"), { value: -5 }, text);
  }
  assert.deepEqual(read(change, { text: "+1,036", raw: "1036" }, "件"), { value: 1036 });
  assert.deepEqual(read(change, { text: "-", raw: "" }, "件"), { mark: true });
});

test("what could be two things is none", () => {
  for (const text of ["1 234", "约12", "12左右", "3.5", "1.000", "12.01", "-5", "（12）", "（11）12", "1/2", "2024年", "①", "１２万件", "1、2"]) {
    assert.ok(count(text).why, text);
  }
  for (const text of ["125000元", "12亿元", "5件", "1.2345678"]) assert.ok(money(text).why, text);
});

test("the value behind a cell stands in only where the cell is too narrow for it", () => {
  assert.deepEqual(count("####", "3014"), { value: 3014 });
  assert.deepEqual(count("1.2E+05", "120000"), { value: 120000 });
  assert.deepEqual(count("3,014", "3014"), { value: 3014 });
  assert.match(count("13", "12.6").why, /显示的是“13”.*12\.6/);
  assert.ok(count("约12", "12").why);
  assert.ok(money("12.35", "12.345678901").why);
});

test("marks are told from figures and words", () => {
  for (const text of ["-", "—", "——", "－", "/", "／", "无"]) assert.ok(isMark(text) && count(text).mark, text);
  for (const text of ["0", "无效", "-1", "//"]) assert.ok(!isMark(text), text);
  assert.ok(isFigure("１，２３４件") && !isFigure("1.属于某类") && !isFigure("约3"));
});

test("labels say the same whatever their numbering, punctuation and width", () => {
  assert.ok(isSame("（一）甲类", "甲类"));
  assert.ok(isSame("3.危及“甲乙”", "３．危及\"甲乙\""));
  assert.ok(isSame("(二) 部分甲类（区分处理的）", "部分甲类"));
  assert.ok(isSame("商业 企业", "商业企业"));
  assert.ok(!isSame("甲类", "乙类"));
  assert.ok(!isSame("（一）", "（二）"));
});

test("merged cells are spread over all they cover", () => {
  const rows = spread([[{ text: "甲", rowspan: 2 }, { text: "乙", colspan: 2 }], [{ text: "1" }, { text: "2" }]]);
  assert.deepEqual(rows.map((row) => row.map(({ text, spanned, beside }) => `${text}${spanned ? "*" : ""}${beside ? "<" : ""}`)), [
    ["甲", "乙", "乙*<"], ["甲*", "1", "2"],
  ]);
});

test("a pasted total is sent with its paste even where it stands already", () => {
  const queue = new Queue("page");
  queue.see("a", 1);
  queue.put("a", 2, "typed");
  queue.see("b", 1);
  queue.put("b", 4, "pasted");
  queue.give("sum", 9, 9);
  assert.equal(queue.take().source, undefined);
  queue.done({ a: { state: "saved", value: 2 } });
  const batch = queue.take();
  assert.equal(batch.source, "pasted");
  assert.deepEqual(batch.changes, { b: { was: 1, now: 4 }, sum: { was: 9, now: 9 } });
});
