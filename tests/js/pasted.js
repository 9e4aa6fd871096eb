// What the tests of pasting share: the clipboards, and what would be taken of them.
import { readFileSync } from "node:fs";
import { align } from "../../static/js/edit/align.js";
import { tablesOf } from "../../static/js/edit/clipboard.js";
import { plan } from "../../static/js/edit/plan.js";

export const FOLDER = new URL("../fixtures/clipboard/", import.meta.url);
export const facts = JSON.parse(readFileSync(new URL("facts.json", FOLDER), "utf8"));
export const blank = {};
for (const key of Object.keys(facts.cells)) blank[key] = null;
export const FIRST = { 2: "documents.rules.issued", 3: "applications.received.natural_person", 4: "disputes.review.upheld" };
export const RECEIVED = facts.form.find(({ rows }) => rows[0].keys.includes(FIRST[3])).rows[0].labels[0];

export const text = (name) => readFileSync(new URL(`${name}.txt`, FOLDER), "utf8");
export const aligned = (said, anchor = "") => align(tablesOf({ text: said }), facts.form, anchor);

export function planned(said, { anchor = "", figures = blank, locked = [], zero = false, keep = true } = {}) {
  const now = { figures, computed: new Set(facts.computed), locked: new Set(locked) };
  return plan(aligned(said, anchor), facts, now, { zero, keep });
}

export function expected(section, only = () => true) {
  const values = {};
  for (const key of facts.sections[section]) if (!facts.computed.includes(key) && only(key)) values[key] = facts.figures[key];
  return values;
}
