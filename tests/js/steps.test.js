// What was done is taken back step by step, and nothing that has changed since is overwritten.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Steps } from "../../static/js/edit/steps.js";

let steps;
let values;
beforeEach(() => {
  steps = new Steps();
  values = { a: null, b: 1 };
});

const now = (key) => values[key];

function type(key, after, at) {
  steps.type(key, values[key], after, at);
  values[key] = after;
}

function back(moved) {
  if (moved) Object.assign(values, moved.values);
  return moved;
}

test("typing in one box without a pause is one step", () => {
  type("a", 1, 0);
  type("a", 12, 500);
  type("a", 123, 1400);
  assert.deepEqual(back(steps.undo(now)), { values: { a: null }, skipped: [] });
  assert.equal(steps.undo(now), null);
});

test("a second's pause and leaving the box begin a new step", () => {
  type("a", 1, 0);
  type("a", 12, 1000);
  steps.close();
  type("a", 123, 1100);
  assert.deepEqual(back(steps.undo(now)).values, { a: 12 });
  assert.deepEqual(back(steps.undo(now)).values, { a: 1 });
  assert.deepEqual(back(steps.undo(now)).values, { a: null });
});

test("typing over what somebody else has written is taken back to what he wrote", () => {
  type("a", 1, 0);
  values.a = 9;
  type("a", 92, 100);
  assert.deepEqual(back(steps.undo(now)).values, { a: 9 });
  assert.deepEqual(steps.undo(now).skipped, ["a"]);
});

test("typing on in another box is another step", () => {
  type("a", 1, 0);
  type("b", 2, 100);
  assert.deepEqual(back(steps.undo(now)).values, { b: 1 });
});

test("many values at once are one step, undone and done again as one", () => {
  steps.add({ a: { before: null, after: 5 }, b: { before: 1, after: 6 } });
  values = { a: 5, b: 6 };
  back(steps.undo(now));
  assert.deepEqual(values, { a: null, b: 1 });
  back(steps.redo(now));
  assert.deepEqual(values, { a: 5, b: 6 });
  assert.equal(steps.redo(now), null);
});

test("a value that has changed since is skipped, the others are taken back", () => {
  steps.add({ a: { before: null, after: 5 }, b: { before: 1, after: 6 } });
  values = { a: 5, b: 99 };
  assert.deepEqual(back(steps.undo(now)), { values: { a: null }, skipped: ["b"] });
  assert.deepEqual(back(steps.redo(now)), { values: { a: 5 }, skipped: [] });
});

test("a step of which nothing can be taken back is gone", () => {
  type("a", 5, 0);
  values.a = 7;
  assert.deepEqual(steps.undo(now), { values: {}, skipped: ["a"] });
  assert.equal(steps.redo(now), null);
});

test("what was typed back to the start is no step", () => {
  type("a", 1, 0);
  type("a", null, 100);
  assert.equal(steps.undo(now), null);
  type("a", 2, 200);
  assert.deepEqual(back(steps.undo(now)).values, { a: null });
});

test("a new step ends what could be done again", () => {
  type("a", 1, 0);
  back(steps.undo(now));
  type("b", 3, 5000);
  assert.equal(steps.redo(now), null);
});

test("empty text and no value are the same", () => {
  steps.add({ a: { before: "", after: 5 } });
  values.a = 5;
  back(steps.undo(now));
  values.a = null;
  assert.deepEqual(steps.redo(now).values, { a: 5 });
});

// Typing, many boxes at once, undo and redo against somebody else who changes values in between.
test("after any run of edits undo and redo never touch what somebody else has written", () => {
  let seed = 11;
  const chance = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
  for (let run = 0; run < 200; run += 1) {
    steps = new Steps();
    values = { a: 0, b: 0, c: 0 };
    const theirs = new Set();
    let fresh = 0;
    let skipped = 0;
    const mine = (keys) => {
      const step = {};
      for (const key of keys) {
        fresh += 1;
        step[key] = { before: values[key], after: fresh };
        values[key] = fresh;
        theirs.delete(key);
      }
      return step;
    };
    for (let turn = 0; turn < 60; turn += 1) {
      const key = "abc"[chance(3)];
      const act = chance(5);
      if (act === 0) {
        fresh += 1;
        theirs.delete(key);
        type(key, fresh, turn * 400);
      } else if (act === 1) steps.add(mine(["a", "b", "c"]));
      else if (act === 2) {
        fresh += 1;
        values[key] = -fresh;
        theirs.add(key);
      } else {
        const moved = (act === 3 ? steps.undo(now) : steps.redo(now)) || { values: {}, skipped: [] };
        for (const one of Object.keys(moved.values)) assert.ok(!theirs.has(one));
        skipped += moved.skipped.length;
        back(moved);
      }
    }
    assert.ok(skipped + fresh > 0);
  }
});
