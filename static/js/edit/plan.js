// What a paste would do to the report, before it does it. Pure: values by key in, values by key out.
import { judge, recompute, total } from "../equations.js";
import { read } from "./reading.js";

const FEW = 4;

// aligned: as align.js answers. facts: {cells, equations, units}. now: {figures, computed, locked}:
// what stands, by key, and the sets of keys that are totals or may not be changed.
// choice: {zero: marks become 0, keep: pasted totals that disagree stand}.
// → {values: to be applied, changes: [{key, before, after}], same, marks, doubts, gaps, unsummed}
export function plan(aligned, facts, now, choice) {
  const { given, marks, doubts } = readAll(aligned, facts);
  const zeros = choice.zero ? marks.filter((key) => !now.computed.has(key)) : [];
  const all = Object.assign({}, given, ...zeros.map((key) => ({ [key]: 0 })));
  const typed = pick(all, (key) => !now.computed.has(key) && !now.locked.has(key));
  const stands = (key) => isSame(all[key], now.figures[key]);
  for (const key of Object.keys(all)) if (now.locked.has(key) && !stands(key)) doubts.push(lockedDoubt(facts, key, all[key]));
  const fresh = pick(typed, (key) => !stands(key));
  const totals = pick(given, (key) => now.computed.has(key));
  const checked = check(facts.equations, now.figures, fresh, totals);
  const stand = checked.gaps.length && choice.keep ? pick(totals, (key) => !checked.unsummed.includes(key)) : {};
  const values = { ...fresh, ...stand };
  const after = { ...now.figures, ...values };
  Object.assign(after, recompute(facts.equations, after, Object.keys(values)));
  const changes = Object.keys(facts.cells)
    .filter((key) => !isSame(after[key], now.figures[key]))
    .map((key) => ({ key, before: now.figures[key], after: after[key] }));
  const same = Object.keys(all).filter((key) => !now.computed.has(key) && stands(key)).length;
  return { values, changes, same, marks, doubts, ...checked };
}

function readAll(aligned, facts) {
  const given = {};
  const marks = new Set();
  const doubts = grouped(aligned.doubts);
  const told = new Map();
  const dropped = new Set();
  for (const one of aligned.cells) {
    const cell = facts.cells[one.key];
    const said = read(cell, one, facts.units[cell.kind]);
    if (said.why) doubts.push({ key: one.key, text: `${one.place}：${said.why}`, raw: one.text });
    else if (told.has(one.key) && !isSame(told.get(one.key), said.mark ? "-" : said.value)) dropped.add(one.key);
    else if (said.mark) marks.add(one.key);
    else given[one.key] = said.value;
    if (!said.why) told.set(one.key, said.mark ? "-" : said.value);
  }
  for (const key of dropped) {
    doubts.push({ key, text: `“${facts.cells[key].label}”粘贴了两次，数值不同，没有填写` });
    delete given[key];
    marks.delete(key);
  }
  return { given, marks: [...marks], doubts };
}

// Many of the same kind are one line: a block that runs over the edge would fill the page.
function grouped(doubts) {
  const kinds = new Map();
  for (const one of doubts) {
    if (!kinds.has(one.why)) kinds.set(one.why, []);
    kinds.get(one.why).push(one);
  }
  return [].concat(...[...kinds].map(([why, some]) => (some.length > FEW
    ? [{ text: `${some[0].place}“${some[0].text}”等${some.length}格：${why}` }]
    : some.map(({ place, text }) => ({ text: `${place}“${text}”：${why}` })))));
}

function lockedDoubt(facts, key, value) {
  return { key, text: `“${facts.cells[key].label}”已锁定，不改动（粘贴的是${value}）` };
}

// Pasted totals against the sums of what would stand beside them.
function check(equations, figures, fresh, totals) {
  const after = { ...figures, ...fresh };
  Object.assign(after, recompute(equations, after, Object.keys(fresh)), totals);
  const gaps = [];
  const unsummed = [];
  for (const equation of equations.filter((one) => one.computes && one.right[0] in totals)) {
    const [key] = equation.right;
    const sum = total(after, equation.left);
    if (sum === null) unsummed.push(key);
    else if (judge(equation, after)) gaps.push({ key, pasted: totals[key], sum, because: equation.because });
  }
  return { gaps, unsummed: [...new Set(unsummed)] };
}

function pick(values, wanted) {
  const picked = {};
  for (const key of Object.keys(values)) if (wanted(key)) picked[key] = values[key];
  return picked;
}

// Blank is blank, however it is written down; money is a decimal string.
function isSame(a, b) {
  const [one, other] = [a, b].map((value) => (value === undefined || value === null || value === "" ? null : String(value)));
  return one === other;
}
