// 插入提纲: which topics lack a heading, and how the headings are numbered on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { missingTopics, scaffold } from "../../static/js/edit/scaffold.js";

const TOPICS = ["主动公开", "依申请公开", "监督保障"];

test("an empty part lacks all of them", () => {
  assert.deepEqual(missingTopics("", TOPICS), TOPICS);
  assert.equal(scaffold("", TOPICS), "（一）主动公开\n\n（二）依申请公开\n\n（三）监督保障");
});

test("a topic with a heading stays as it is", () => {
  const text = "（一）主动公开情况\n有序。\n（二）监督保障\n到位。\n";
  assert.deepEqual(missingTopics(text, TOPICS), ["依申请公开"]);
  assert.equal(scaffold(text, ["依申请公开"]), "（三）依申请公开");
});

test("a heading in another numbering is a heading too, and none is left without a number", () => {
  assert.deepEqual(missingTopics("1.主动公开\n有序。", TOPICS), ["依申请公开", "监督保障"]);
  const text = [..."一二三四五六七八九十"].map((numeral) => `（${numeral}）某项\n`).join("");
  assert.equal(scaffold(text, ["监督保障"]), "（十一）监督保障");
});

test("a heading that its paragraph goes on behind is one as well", () => {
  const text = "（一）主动公开。全年公开458条。\n（二）依申请公开。\n";
  assert.deepEqual(missingTopics(text, TOPICS), ["监督保障"]);
  assert.equal(scaffold(text, ["监督保障"]), "（三）监督保障");
});

test("a topic that is only spoken of has no heading yet", () => {
  assert.deepEqual(missingTopics("做好主动公开、依申请公开。", TOPICS), TOPICS);
});
