// Text with a cell on every line, turned tables, amounts and fees land in the right boxes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST, RECEIVED, aligned, expected, facts, planned, text } from "./pasted.js";

for (const [name, sections] of [["writer-2", [2]], ["writer-3", [3]], ["writer-4", [4]], ["writer-all", [2, 3, 4]]]) {
  test(`${name}, a cell on every line, lands in the right boxes wherever the focus is`, () => {
    for (const anchor of ["", ...Object.values(FIRST)]) {
      const { values, doubts, gaps } = planned(text(name), { anchor });
      assert.deepEqual(values, Object.assign({}, ...sections.map((section) => expected(section))));
      assert.deepEqual([doubts, gaps, aligned(text(name), anchor).unmatched], [[], [], []]);
    }
  });
}

test("lines without the headings are told by the labels of their rows alone", () => {
  const lines = text("writer-3").split("\n");
  const body = lines.slice(lines.indexOf(RECEIVED)).join("\n");
  assert.deepEqual(planned(body).values, expected(3));
});

test("a label that is broken into lines is still one", () => {
  const whole = text("writer-3").replace("行政机关不再处理其政府", "行政机关不再处理\n其政府");
  assert.deepEqual(planned(whole).values, expected(3));
});

test("no line that is lost or doubled brings a figure into a wrong box", () => {
  let taken = 0;
  for (const name of ["writer-2", "writer-3", "writer-4", "writer-all"]) {
    const lines = text(name).split("\n");
    lines.forEach((line, n) => {
      for (const put of [[], [line, line], [line, "77"], [line, "涉企"]]) {
        for (const { key, text: figure } of aligned([...lines.slice(0, n), ...put, ...lines.slice(n + 1)].join("\n")).cells) {
          taken += 1;
          assert.equal(String(facts.figures[key]), figure, `${name} ${n} ${put}`);
        }
      }
    });
  }
  assert.ok(taken > 20000, String(taken));
});

test("a row of lines with too few or too many figures is named with what is wrong", () => {
  for (const [said, count] of [["3\n4", 2], ["1\n2\n3\n4\n5\n6\n7\n8", 8]]) {
    const { cells, doubts } = aligned(`${RECEIVED}\n${said}`);
    assert.deepEqual(cells, []);
    assert.deepEqual(doubts, [{ place: "第1行", text: RECEIVED, why: `应有7格，粘贴的有${count}格，不能确定是哪一列` }]);
  }
});

test("lines under other headings than the form's are taken nowhere", () => {
  const { cells, doubts } = aligned("项目\n上年\n本年\n增减\n规章\n3\n4\n1");
  assert.deepEqual(cells, []);
  assert.match(doubts[0].why, /列标题与本表不同/);
});

test("a table turned by a quarter is understood by its labels", () => {
  for (const section of [2, 3, 4]) {
    const rows = text(`calc-${section}-whole`).split("\n").slice(0, -1).map((row) => row.split("\t"));
    const some = section === 2 ? rows.slice(0, 4) : rows;
    const said = some[0].map((_, n) => some.map((row) => row[n]).join("\t")).join("\n");
    const { turned, doubts, unmatched } = aligned(said, FIRST[3]);
    assert.deepEqual([turned, doubts, unmatched], [true, [], []]);
    assert.deepEqual(planned(said).values, expected(section, (key) => section !== 2 || key.startsWith("documents.")));
  }
});

test("what is odd in a turned table is named where it stands", () => {
  const { doubts } = planned("\t规章\t行政规范性文件\n本年制发件数\t3\t约4");
  assert.match(doubts[0].text, /^第2行第3列：.*约4/);
});

test("an amount under another unit is not taken", () => {
  const fees = facts.form.find(({ rows }) => rows[0].keys[0] === "charges.fees.amount");
  const [[[heading]], [label]] = [fees.columns, fees.rows[0].labels];
  const other = heading.replace("万元", "元");
  for (const said of [`\t${other}\n${label}\t125000`, `单位：元\t\n${label}\t125000`, `${label}（元）\t125000`, `${other}\n${label}\n125000`]) {
    const { cells, doubts } = aligned(said, "charges.fees.amount");
    assert.deepEqual(cells, [], said);
    assert.ok(doubts.length, said);
  }
  for (const said of [`\t${heading}\n${label}\t12.5`, `${label}（万元）\t12.5`, `单位：元\t\n\t${heading}\n${label}\t12.5`]) {
    assert.deepEqual(planned(said).values, { "charges.fees.amount": "12.5" }, said);
  }
});

const FEES = facts.form.find(({ isList }) => isList);
const [NOTICES, BILLED, PAID] = FEES.rows.map(({ labels }) => labels[0].replace(/（.*/, ""));

test("fees are taken by their labels, below or beside one another, and by position", () => {
  const values = { "fees.notices": 3, "fees.billed": "120.50", "fees.received": "100" };
  for (const [said, anchor] of [
    [`${NOTICES}\t3\n${BILLED}\t120.50元\n${PAID}\t100`, ""],
    [`${NOTICES}\t${BILLED}\t${PAID}\n3\t120.50\t100`, "fees.notices"],
    [`${NOTICES}\n3\n${BILLED}\n120.50\n${PAID}\n100`, FIRST[3]],
    ["3\n120.50\n100", "fees.notices"], ["3\t120.50\t100", "fees.notices"],
  ]) assert.deepEqual(planned(said, { anchor }).values, values, said);
});

test("fees in another unit, or more of them than there are, are named", () => {
  const { values, doubts } = planned(`${BILLED}（万元）\t12`);
  assert.deepEqual(values, {});
  assert.match(doubts[0].text, /单位与本表不同/);
  assert.deepEqual(planned("1\t2\t3\t4", { anchor: "fees.notices" }).doubts, [{ text: "第1行第4列“4”：超出了表格" }]);
});
