// What spreadsheets put on the clipboard as text lands in the right boxes, and in no other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isBlock, tablesOf } from "../../static/js/edit/clipboard.js";
import { FIRST, FOLDER, RECEIVED, aligned, blank, expected, facts, planned, text } from "./pasted.js";

for (const [name, section, anchor] of [
  ["calc-2-whole", 2, ""], ["calc-3-whole", 3, ""], ["calc-4-whole", 4, ""],
  ["calc-2-body", 2, ""], ["calc-3-body", 3, ""], ["calc-4-body", 4, ""],
  ["calc-2-figures", 2, FIRST[2]], ["calc-3-figures", 3, FIRST[3]], ["calc-4-figures", 4, FIRST[4]],
  ["calc-2-figures", 2, ""], ["calc-3-figures", 3, ""], ["calc-4-figures", 4, ""],
]) {
  test(`${name} as text, ${anchor ? "from its first box" : "without focus"}`, () => {
    const { values, doubts, gaps } = planned(text(name), { anchor });
    assert.deepEqual(values, expected(section));
    assert.deepEqual([doubts, gaps], [[], []]);
    assert.deepEqual(aligned(text(name), anchor).unmatched, []);
  });
}

for (const name of ["junshan-2022", "weidong-2023"]) {
  test(`the tables of ${name}, as published, land whole in the right boxes`, () => {
    const { figures } = JSON.parse(readFileSync(new URL(`../samples/${name}.json`, FOLDER), "utf8"));
    const { cells, doubts, unmatched } = aligned(text(`published-${name}`), FIRST[3]);
    const taken = {};
    for (const { key, text: figure } of cells) taken[key] = Number(figure);
    assert.deepEqual(taken, Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, Number(figure)])));
    assert.deepEqual([doubts, unmatched], [[], []]);
  });
}

test("labelled rows go to their own row wherever the focus is", () => {
  const { values } = planned(text("calc-3-whole"), { anchor: "applications.carried_over.other" });
  assert.deepEqual(values, expected(3));
});

test("rows in another order, without numbers and with some missing find their places", () => {
  const rows = text("calc-3-whole").split("\n").slice(0, -1);
  const few = [...rows.slice(0, 3), ...rows.slice(3).reverse().filter((_, n) => n % 3)];
  const bare = few.map((row) => row.replace(/(^|\t)(?:（[一二三四五六七]）|[一二三四]、|\d\.)(?=\D)/g, "$1"));
  const { values } = planned(bare.join("\n"));
  assert.deepEqual(Object.values(values).map(String).sort(), withoutTotals(few).sort());
  assert.ok(Object.keys(values).length >= 90);
  for (const key of Object.keys(values)) assert.equal(values[key], facts.figures[key]);
});

function withoutTotals(rows) {
  return rows.slice(3).filter((row) => !row.includes("总计")).flatMap((row) => row.split("\t").slice(3, 9));
}

test("columns in another order follow their headings", () => {
  const swapped = text("calc-2-whole").split("\n").slice(0, 4)
    .map((row) => row.split("\t")).map(([label, a, b, c]) => [label, c, a, b].join("\t")).join("\n");
  assert.deepEqual(planned(swapped).values, expected(2, (key) => key.startsWith("documents.")));
});

test("columns under other headings than the form's are taken nowhere", () => {
  const { cells, doubts } = aligned("项目\t上年\t本年\t增减\n规章\t3\t4\t1", FIRST[2]);
  assert.deepEqual(cells, []);
  assert.equal(doubts.length, 3);
  assert.match(doubts[0].why, /列标题与本表不同/);
});

test("a row that something has pushed out from under the headings is not read by them", () => {
  const rows = text("calc-3-whole").split("\n").slice(0, -1);
  const first = rows[4].split("\t")[3];
  const pushed = rows.map((row, n) => (n === 4 ? row.replace(`\t${first}\t`, `\t${first}\t${first}\t`) : row)).join("\n");
  const { values, doubts } = planned(pushed);
  assert.deepEqual(values, expected(3, (key) => !key.startsWith("applications.brought_forward.")));
  assert.match(doubts[0].text, /这一行的格数比列标题多/);
});

test("a row without a label among labelled ones is nobody's, wherever the focus is", () => {
  const rows = text("calc-3-whole").split("\n").slice(0, -1);
  const bare = rows.map((row, n) => (n === 4 ? ["", "", "", ...row.split("\t").slice(3)].join("\t") : row)).join("\n");
  const { cells, unmatched } = aligned(bare, "applications.granted.natural_person");
  assert.ok(cells.every(({ key, text: figure }) => String(facts.figures[key]) === figure));
  assert.equal(unmatched[0].place, "第5行");
});

test("labels with a single figure each go to no column, wherever the focus is", () => {
  const rows = text("calc-3-body").split("\n").slice(0, -1).map((row) => row.split("\t"));
  const said = rows.map((row) => [row[2] || row[1] || row[0], row[9]].join("\t")).join("\n");
  const { way, cells, doubts } = aligned(said, FIRST[3]);
  assert.deepEqual([way, cells, doubts.length], ["labels", [], 25]);
  const { way: other } = aligned("1.甲类\t5\n2.乙类\t6", FIRST[3]);
  assert.equal(other, "none");
});

test("a handful of figures is not known by its size", () => {
  for (const said of ["5\n6", "1\t2\t3"]) assert.equal(aligned(said).way, "none", said);
});

test("labels the form does not know take nothing along", () => {
  const said = "甲类\t5\t6\n乙类\t7\t8";
  const { way, cells } = aligned(said, FIRST[3]);
  assert.deepEqual([way, cells], ["none", []]);
});

test("an unknown row among known ones is named and not taken", () => {
  const rows = text("calc-3-body").split("\n");
  rows.splice(1, 0, "其中：涉企申请\t\t\t5\t5\t5\t5\t5\t5\t30");
  const { unmatched } = aligned(rows.join("\n"));
  assert.deepEqual(unmatched, [{ place: "第2行", label: "其中：涉企申请", figures: "5、5、5、5、5、5、30" }]);
  assert.deepEqual(planned(rows.join("\n")).values, expected(3));
});

test("an unknown column among known ones is named and not taken", () => {
  const rows = text("calc-3-whole").split("\n").slice(0, -1).map((row, n) => `${row}\t${n === 1 ? "备注" : n > 2 ? "9" : ""}`);
  const { doubts } = aligned(rows.join("\n"));
  assert.equal(doubts.length, rows.length - 3);
  assert.match(doubts[0].why, /没有对应的列/);
  assert.deepEqual(planned(rows.join("\n")).values, expected(3));
});

test("a labelled row with too few or too many figures is taken only in part that is sure", () => {
  for (const said of [`${RECEIVED}\t1\t2\t3`, `${RECEIVED}\t1\t2\t3\t4\t5\t6\t7\t8`]) {
    const { cells, doubts } = aligned(said, FIRST[3]);
    assert.deepEqual(cells, []);
    assert.ok(doubts.length);
  }
});

test("a block without labels runs on from the focused box, over totals too", () => {
  const { cells } = aligned("1\t2\t3\n4\t5\t6", "applications.received.legal_service");
  assert.deepEqual(cells.map(({ key }) => key), [
    "applications.received.legal_service", "applications.received.other", "applications.received.total",
    "applications.brought_forward.legal_service", "applications.brought_forward.other", "applications.brought_forward.total",
  ]);
});

test("what runs over the edge of the table is named", () => {
  const { cells, doubts } = aligned("1\t2\t3", "applications.received.other");
  assert.equal(cells.length, 2);
  assert.deepEqual(doubts, [{ place: "第1行第3列", text: "3", why: "超出了表格" }]);
});

test("blank cells leave their boxes alone", () => {
  const { values } = planned("1\t\t3", { anchor: FIRST[3] });
  assert.deepEqual(Object.keys(values), [FIRST[3], "applications.received.research"]);
});

test("numbers as people write them are understood", () => {
  const said = "1,234\t１２\t\u00a07\u00a0\t8件\t 9 宗";
  assert.deepEqual(Object.values(planned(said, { anchor: FIRST[3] }).values), [1234, 12, 7, 8, 9]);
});

test("what is no clear number is named and left out", () => {
  const { values, doubts } = planned("约12\t6 2\t1.5\t3万件\t4", { anchor: FIRST[3] });
  assert.deepEqual(Object.values(values), [4]);
  assert.equal(doubts.length, 4);
  assert.match(doubts[0].text, /第1行第1列.*约12/);
  assert.match(doubts[3].text, /单位应为件/);
});

test("an amount in another unit is not converted", () => {
  const { values, doubts } = planned("125000元\t3", { anchor: "charges.fees.amount" });
  assert.deepEqual(values, {});
  assert.match(doubts.map(({ text: said }) => said).join(), /单位应为万元/);
});

test("marks are nothing until someone says they are 0", () => {
  const said = "-\t/\t无\t—\t5";
  assert.deepEqual(Object.values(planned(said, { anchor: FIRST[3] }).values), [5]);
  assert.equal(planned(said, { anchor: FIRST[3] }).marks.length, 4);
  assert.deepEqual(Object.values(planned(said, { anchor: FIRST[3], zero: true }).values), [5, 0, 0, 0, 0]);
});

test("a row with figures and marks is no row of headings", () => {
  const dashed = text("calc-3-whole").replace(/(\t\d+)(?:\t\d+){6}(?=\n)/g, `$1${"\t-".repeat(6)}`);
  const { values, marks, doubts } = planned(dashed);
  assert.deepEqual(values, expected(3, (key) => key.endsWith(".natural_person")));
  assert.ok(marks.length > 100);
  assert.deepEqual(doubts, []);
});

test("values that stand already are no change, and locked boxes stay", () => {
  const { values, same, doubts, changes } = planned(text("calc-4-whole"), {
    figures: { ...blank, [FIRST[4]]: facts.figures[FIRST[4]] }, locked: ["disputes.review.corrected"],
  });
  assert.ok(!(FIRST[4] in values) && !("disputes.review.corrected" in values));
  assert.equal(same, 1);
  assert.match(doubts[0].text, /已锁定/);
  assert.ok(changes.every(({ key }) => !key.startsWith("disputes.review.total")));
});

test("a locked box is told of only where the paste says something else", () => {
  const key = "disputes.review.corrected";
  const { same, doubts } = planned(text("calc-4-whole"), { figures: { ...blank, [key]: facts.figures[key] }, locked: [key] });
  assert.deepEqual(doubts, []);
  assert.equal(same, 1);
});

test("pasted totals that agree are left to the sums", () => {
  const { values, gaps, changes } = planned(text("calc-3-whole"));
  assert.equal(gaps.length, 0);
  assert.ok(facts.computed.every((key) => !(key in values)));
  assert.equal(changes.find(({ key }) => key === "applications.received.total").after, facts.figures["applications.received.total"]);
});

const wrongTotal = () => text("calc-4-whole").replace(`\t${facts.figures["disputes.review.total"]}\t`, "\t99\t");

test("a pasted total that disagrees is named, and stands with what rests on it", () => {
  const { values, gaps } = planned(wrongTotal());
  assert.deepEqual(gaps.map(({ key, pasted, sum }) => [key, pasted, sum]), [["disputes.review.total", 99, facts.figures["disputes.review.total"]]]);
  assert.equal(values["disputes.review.total"], 99);
  assert.equal(values["disputes.direct.total"], facts.figures["disputes.direct.total"]);
});

test("or the sums stand, if the person prefers them", () => {
  const { values, changes } = planned(wrongTotal(), { keep: false });
  assert.deepEqual(values, expected(4));
  assert.equal(changes.find(({ key }) => key === "disputes.review.total").after, facts.figures["disputes.review.total"]);
});

test("a total whose addends are not all there is not judged and not taken", () => {
  const said = text("calc-4-whole").replace(`${facts.figures[FIRST[4]]}\t`, "\t");
  const { values, gaps, unsummed } = planned(said);
  assert.deepEqual([gaps, unsummed], [[], ["disputes.review.total"]]);
  assert.ok(!("disputes.review.total" in values));
});

test("the same table twice with other figures is taken in neither way", () => {
  const whole = text("calc-4-whole");
  const { values, doubts } = planned(`${whole}${whole.replace(`${facts.figures[FIRST[4]]}\t`, "1\t")}`);
  assert.ok(!(FIRST[4] in values));
  assert.equal(values["disputes.review.corrected"], facts.figures["disputes.review.corrected"]);
  assert.match(doubts[0].text, /两次/);
});

test("quoted cells keep their breaks and tabs", () => {
  const [table] = tablesOf({ text: '"甲\n乙"\t"说""好"""\r\n1\t2\r\n' });
  assert.deepEqual(table.map((row) => row.map((cell) => cell.text)), [["甲 乙", '说"好"'], ["1", "2"]]);
});

test("one value is no block", () => {
  for (const [said, is] of [["3014\r\n", false], ["1\t2", true], ["1\n2", true], ["一句话", false]]) {
    assert.equal(isBlock(tablesOf({ text: said })), is, said);
  }
});

// Tables cut and rearranged at random: whatever is taken is taken to the right box.
test("no cutting, shuffling or adding brings a figure into a wrong box", () => {
  let seed = 11;
  const chance = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return (seed >> 8) % n; };
  const NUMBERING = /^(?:（[一二三四五六七]）|[一二三四]、|\d\.)(?=\D)/;
  let taken = 0;
  for (let run = 0; run < 1500; run += 1) {
    const section = 2 + chance(3);
    let rows = text(`calc-${section}-whole`).split("\n").slice(0, -1).map((row) => row.split("\t"));
    const heads = { 2: 0, 3: 3, 4: 3 }[section];
    const isHeaded = chance(4) > 0;
    const isHeading = (row) => /^(信息内容|第)/.test(row[0]);
    let body = rows.slice(heads).filter((row) => (isHeading(row) ? isHeaded : chance(6) > 0));
    if (section === 3 && chance(2)) body = body.map((row) => [chance(1e9), row]).sort(([a], [b]) => a - b).map(([, row]) => row);
    rows = isHeaded ? [...rows.slice(0, heads), ...body] : body;
    if (chance(2)) rows = rows.map((row) => row.map((cell) => cell.replace(NUMBERING, "")));
    if (section === 3 && chance(3) === 0) rows.splice(heads + chance(3), 0, ["另行统计", "", "", ..."1234567"]);
    if (chance(2)) {
      const gone = chance(rows.length ? rows[0].length : 1);
      rows = rows.map((row) => row.filter((_, n) => n !== gone));
    }
    if (isHeaded && chance(3) === 0) {
      const at = chance(rows.length ? rows[0].length : 1);
      rows = rows.map((row, n) => [...row.slice(0, at), n === 1 || isHeading(row) ? "备注" : "", ...row.slice(at)]);
    }
    const said = rows.map((row) => row.join("\t")).join("\n");
    for (const { key, text: figure } of aligned(said).cells) {
      taken += 1;
      assert.equal(String(facts.figures[key]), figure, `${said}\n${key}`);
    }
  }
  assert.ok(taken > 50000, String(taken));
});
