// The page finds text and table to agree or differ where Python does, case by case of the golden file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compareAll, totalsOf } from "../../static/js/claims.js";

const golden = JSON.parse(readFileSync(new URL("../golden/claims.json", import.meta.url), "utf8"));
const tables = new Map(golden.tables.map(({ name, figures }) => [name, figures]));
const cells = Object.keys(golden.tables[0].figures);
const totals = totalsOf(cells);
const said = new Map(golden.said.map((one) => [one.name, one]));

for (const { said: name, table, expected } of golden.cases) {
  test(`claims: ${name} against ${table}`, () => {
    const { claims } = said.get(name);
    assert.deepEqual(compareAll(claims, tables.get(table), totals), expected);
  });
}

test("figures given are left as they were", () => {
  const { claims } = said.get("results");
  const figures = Object.freeze({ ...tables.get("busy") });
  assert.equal(compareAll(claims, figures, totals).length, claims.length);
});

test("a total is that of the cells beside it", () => {
  assert.deepEqual(totals, Object.fromEntries(golden.totals.map(({ cell, beside }) => [cell, beside])));
});
