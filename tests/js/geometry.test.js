// Boxes of a table: neighbours, edges and the rectangle that two of them span.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asTable, asText } from "../../static/js/edit/copied.js";
import { Geometry } from "../../static/js/edit/geometry.js";

// a b c
// d e f
//  wide
const box = (key, line, first, last = first) => ({ key, line, first, last });
const grid = new Geometry([
  box("a", 2, 1), box("b", 2, 2), box("c", 2, 3),
  box("d", 5, 1), box("e", 5, 2), box("f", 5, 3),
  box("wide", 9, 1, 3),
]);

test("neighbours stand beside, above and below", () => {
  assert.equal(grid.step("e", 0, 1), "f");
  assert.equal(grid.step("e", 0, -1), "d");
  assert.equal(grid.step("e", -1, 0), "b");
  assert.equal(grid.step("f", 0, 1), null);
  assert.equal(grid.step("a", -1, 0), null);
});

test("a wide box is below every column that it covers, and leads up to its first", () => {
  for (const key of ["d", "e", "f"]) assert.equal(grid.step(key, 1, 0), "wide");
  assert.equal(grid.step("wide", -1, 0), "d");
});

test("edges, ends of lines and corners", () => {
  assert.equal(grid.edge("b", 1, 0), "wide");
  assert.equal(grid.edge("d", 0, 1), "f");
  assert.equal(grid.edge("a", 0, -1), "a");
  assert.equal(grid.lineEnd("e", -1), "d");
  assert.equal(grid.lineEnd("e", 1), "f");
  assert.equal(grid.corner(-1), "a");
  assert.equal(grid.corner(1), "wide");
});

test("the next box that fits, in reading order or down the columns", () => {
  assert.equal(grid.next("a", "across", () => true), "b");
  assert.equal(grid.next("a", "downwards", () => true), "d");
  assert.equal(grid.next("wide", "downwards", () => true), "b");
  assert.equal(grid.next("a", "across", (key) => key === "e"), "e");
  assert.equal(grid.next("f", "across", (key) => key === "a"), null);
});

test("a rectangle is the same from whichever corner it is drawn", () => {
  const rows = [["b", "c"], ["e", "f"]];
  for (const [one, other] of [["b", "f"], ["f", "b"], ["c", "e"], ["e", "c"]]) {
    assert.deepEqual(grid.between(one, other), rows);
  }
  assert.deepEqual(grid.between("e", "e"), [["e"]]);
});

test("a wide box widens the rectangle and stands in its first column", () => {
  assert.deepEqual(grid.between("e", "wide"), [["d", "e", "f"], ["wide", null, null]]);
  assert.deepEqual(grid.between("a", "wide").length, 3);
});

test("copied rows are lines of values between tabs, and a table of nothing but cells", () => {
  const rows = [["1", ""], ["2", null]];
  assert.equal(asText(rows), "1\t\r\n2\t");
  assert.equal(asTable(rows), "<table><tr><td>1</td><td></td></tr><tr><td>2</td><td></td></tr></table>");
});

test("what is no number cannot break the copied rows", () => {
  assert.equal(asText([["a\tb\nc"]]), "a b c");
  assert.equal(asTable([["<b>&"]]), "<table><tr><td>&lt;b&gt;&amp;</td></tr></table>");
});
