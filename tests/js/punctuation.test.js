// Signs of a Chinese text put right on request: what changes, and what must not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { putRight } from "../../static/js/edit/punctuation.js";

const MENDED = [
  ["受理申请12件,办结11件.", "受理申请12件，办结11件。"],
  ["一是主动公开;二是依申请公开:共3件", "一是主动公开；二是依申请公开：共3件"],
  ["收费3.5万元(其中检索费1万元)", "收费3.5万元（其中检索费1万元）"],
  ["(一)主动公开", "（一）主动公开"],
  ["同比增长１２．５％", "同比增长12.5%"],
  ["依据国办发(2019)61号", "依据国办发〔2019〕61号"],
  ["依据国办发[2019]61号", "依据国办发〔2019〕61号"],
  ['开设"政策问答"专栏', "开设“政策问答”专栏"],
  ["公开了吗?公开了!", "公开了吗？公开了！"],
  ["网址https：//www.gov.cn/a,b查看", "网址https://www.gov.cn/a,b查看"],
  ["持续推进...", "持续推进……"],
  ["2020年--2024年", "2020年——2024年"],
  ["（一)主动公开和(二）监督保障", "（一）主动公开和（二）监督保障"],
  ["机制健全, 渠道畅通", "机制健全，渠道畅通"],
  ["办结率98%,较上年提高", "办结率98%，较上年提高"],
  ["推行'一网通办',开设'政策'专栏", "推行‘一网通办’，开设‘政策’专栏"],
];

const KEPT = [
  "办理时间为9:30至17:30",
  "共公开1,234条",
  "1.属于国家秘密",
  "增长3.5个百分点",
  "网址为http://www.gov.cn:8080/a?b=1",
  "邮箱a.b@gov.cn",
  "All rights reserved, OK.",
  "他说：“好。”",
  "一个落单的\"引号",
  "党员's心声，today's专栏",
  "持续推进……",
  "2020年——2024年",
  "",
];

for (const [before, after] of MENDED) {
  test(`${before} → ${after}`, () => assert.equal(putRight(before).text, after));
}

for (const text of KEPT) {
  test(`kept: ${text}`, () => assert.deepEqual(putRight(text), { text, changes: [] }));
}

test("what is right stays right when asked again", () => {
  for (const [, after] of MENDED) assert.deepEqual(putRight(after).changes, []);
});

test("each changed paragraph is told, and no other", () => {
  const { text, changes } = putRight("甲,乙\n丙，丁\n戊;己");
  assert.equal(text, "甲，乙\n丙，丁\n戊；己");
  assert.deepEqual(changes.map((one) => one.after), ["甲，乙", "戊；己"]);
});
