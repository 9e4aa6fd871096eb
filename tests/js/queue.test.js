// Nothing typed is lost or sent twice, whatever order typing and answers come in.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Queue } from "../../static/js/edit/queue.js";

let queue;
beforeEach(() => {
  queue = new Queue("page");
  queue.see("a", 1);
  queue.see("b", null);
});

const saved = (value) => ({ state: "saved", value });

test("a batch carries what the page had seen and what was typed", () => {
  queue.put("a", 2);
  queue.put("b", "x");
  assert.deepEqual(queue.take(), {
    client: "page", seq: 1, changes: { a: { was: 1, now: 2 }, b: { was: null, now: "x" } },
  });
});

test("a retry is the same batch with the same number", () => {
  queue.put("a", 2);
  const first = queue.take();
  queue.put("b", 3);
  assert.equal(queue.take(), first);
  queue.done({ a: saved(2) });
  assert.deepEqual(queue.take(), { client: "page", seq: 2, changes: { b: { was: null, now: 3 } } });
});

test("what is typed while its batch flies is sent next, on top of it", () => {
  queue.put("a", 2);
  queue.take();
  queue.put("a", 23);
  queue.done({ a: saved(2) });
  assert.deepEqual(queue.take().changes, { a: { was: 2, now: 23 } });
});

test("typing back to what is flying leaves nothing more to send", () => {
  queue.put("a", 2);
  queue.take();
  queue.put("a", 23);
  queue.put("a", 2);
  queue.done({ a: saved(2) });
  assert.equal(queue.take(), null);
});

test("typing back to what is known leaves nothing to send", () => {
  queue.put("a", 2);
  queue.put("a", 1);
  queue.put("b", "");
  assert.equal(queue.take(), null);
  assert.deepEqual(queue.unsent(), {});
});

test("typing back while the batch flies is a change of its own", () => {
  queue.put("a", 2);
  queue.take();
  queue.put("a", 1);
  queue.done({ a: saved(2) });
  assert.deepEqual(queue.take().changes, { a: { was: 2, now: 1 } });
});

test("a refused value is held until it is changed", () => {
  queue.put("a", "x");
  queue.take();
  queue.done({ a: { state: "refused", message: "不对" } });
  assert.equal(queue.state("a"), "refused");
  assert.equal(queue.take(), null);
  assert.deepEqual(queue.unsent(), { a: { was: 1, now: "x" } });
  queue.put("a", 1);
  assert.equal(queue.state("a"), "saved");
});

test("a refusal of an older value does not hold the newer one", () => {
  queue.put("a", "x");
  queue.take();
  queue.put("a", 5);
  queue.done({ a: { state: "refused", message: "不对" } });
  assert.deepEqual(queue.take().changes, { a: { was: 1, now: 5 } });
});

test("a conflict waits for a choice and takes further typing with it", () => {
  queue.put("a", 2);
  queue.take();
  queue.done({ a: { state: "conflict", value: 9, by: "钱", at: "" } });
  queue.put("a", 22);
  assert.equal(queue.take(), null);
  queue.keepMine("a");
  assert.deepEqual(queue.take().changes, { a: { was: 9, now: 22 } });
});

test("taking theirs sends nothing", () => {
  queue.put("a", 2);
  queue.take();
  queue.done({ a: { state: "conflict", value: 9, by: "钱", at: "" } });
  assert.equal(queue.takeTheirs("a"), 9);
  assert.equal(queue.take(), null);
  assert.deepEqual(queue.unsent(), {});
});

test("after a merge the page goes on from what it had sent", () => {
  queue.see("p", "甲");
  queue.put("p", "甲\n乙");
  queue.take();
  queue.done({ p: { state: "merged", value: "丙\n甲\n乙" } });
  queue.put("p", "甲\n乙\n丁");
  assert.deepEqual(queue.take().changes, { p: { was: "甲\n乙", now: "甲\n乙\n丁" } });
});

test("unsent are the flying, the held and the waiting, each with what was seen", () => {
  queue.put("a", 2);
  queue.take();
  queue.put("b", 3);
  assert.deepEqual(queue.unsent(), { a: { was: 1, now: 2 }, b: { was: null, now: 3 } });
});

// Random typing, lost answers and duplicates against a server that keeps the last value it is told.
test("after any run of typing and lost answers the server holds what was typed last", () => {
  let seed = 7;
  const chance = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
  for (let run = 0; run < 200; run += 1) {
    const page = new Queue("run");
    const server = { a: 0, b: 0, c: 0 };
    const answered = new Map();
    const receive = ({ seq, changes }) => {
      if (!answered.has(seq)) {
        answered.set(seq, Object.keys(changes).reduce((answer, key) => {
          assert.equal(changes[key].was, server[key]);
          server[key] = changes[key].now;
          return Object.assign(answer, { [key]: saved(server[key]) });
        }, {}));
      }
      return answered.get(seq);
    };
    const typed = { a: 0, b: 0, c: 0 };
    for (const key of Object.keys(typed)) page.see(key, 0);
    for (let step = 0; step < 40; step += 1) {
      const key = "abc"[chance(3)];
      typed[key] = chance(4);
      page.put(key, typed[key]);
      const batch = chance(2) && page.take();
      if (!batch) continue;
      const answer = chance(3) ? receive(batch) : null;
      if (answer && chance(3)) page.done(answer);
    }
    while (!page.isIdle) page.done(receive(page.take()));
    assert.deepEqual(server, typed);
  }
});

test("what was pasted is sent apart from what was typed, and says so", () => {
  queue.put("a", 2, "pasted");
  queue.put("b", "x");
  assert.deepEqual(queue.take(), {
    client: "page", seq: 1, changes: { a: { was: 1, now: 2 } }, source: "pasted",
  });
  queue.done({ a: saved(2) });
  assert.deepEqual(queue.take(), { client: "page", seq: 2, changes: { b: { was: null, now: "x" } } });
});

test("a pasted value that is typed over is typed", () => {
  queue.put("a", 2, "pasted");
  queue.put("a", 3);
  assert.deepEqual(queue.take(), { client: "page", seq: 1, changes: { a: { was: 1, now: 3 } } });
});

test("a text settled by a choice says what it goes over, from what had been seen", () => {
  queue.see("p", "甲");
  queue.put("p", "甲我");
  queue.take();
  queue.done({ p: { state: "conflict", value: "甲他", by: "钱", at: "" } });
  queue.choose("p", "theirs");
  const change = { was: "甲", now: "甲我", over: "甲他", prefer: "theirs" };
  assert.deepEqual(queue.take().changes, { p: change });
  queue.done({ p: { state: "merged", value: "甲他" } });
  queue.put("p", "甲");
  assert.deepEqual(queue.take().changes, { p: { was: "甲我", now: "甲" } });
});

test("a settled text goes out even if it was typed back to what had been seen", () => {
  queue.see("p", "甲");
  queue.put("p", "甲我");
  queue.take();
  queue.done({ p: { state: "conflict", value: "甲他", by: "钱", at: "" } });
  queue.choose("p", "mine");
  queue.put("p", "甲");
  assert.equal(queue.state("p"), "waiting");
  assert.equal(queue.take().changes.p.over, "甲他");
});

test("what an earlier page sent goes first, under its own name, and what was typed on top next", () => {
  const batch = { client: "old", seq: 4, changes: { a: { was: 1, now: 2 } } };
  queue.resume(batch);
  queue.put("a", 23);
  assert.deepEqual(queue.unsent(), { a: { was: 1, now: 23 } });
  assert.equal(queue.take(), batch);
  queue.done({ a: saved(2) });
  assert.deepEqual(queue.take().changes, { a: { was: 2, now: 23 } });
});

test("what an earlier page sent and nobody typed on is not sent twice", () => {
  queue.resume({ client: "old", seq: 4, changes: { a: { was: 1, now: 2 } } });
  queue.put("a", 2);
  assert.equal(queue.state("a"), "saving");
  queue.take();
  queue.done({ a: saved(2) });
  assert.equal(queue.isIdle, true);
  assert.equal(queue.take(), null);
});

test("unsent tells what was pasted, whether it waits, flies or is held", () => {
  const queue = new Queue("me");
  queue.put("a", 1, "pasted");
  queue.give("total", null, 9);
  queue.put("typed", 2);
  const pasted = () => Object.entries(queue.unsent()).filter(([, { source }]) => source === "pasted").map(([key]) => key).sort();
  assert.deepEqual(pasted(), ["a", "total"]);
  queue.take();
  assert.deepEqual(pasted(), ["a", "total"]);
  queue.done({ a: { state: "conflict", value: 3 }, total: { state: "saved", value: 9 } });
  assert.deepEqual(pasted(), ["a"]);
});

test("what is refused here is not sent, and goes once it is put right", () => {
  const queue = new Queue("me");
  queue.refuse("a", "long", "too long");
  assert.deepEqual([queue.take(), queue.state("a"), queue.unsent().a.now], [null, "refused", "long"]);
  queue.put("a", "short");
  assert.equal(queue.take().changes.a.now, "short");
});

test("words written after the other's text was taken are asked about, not dropped with mine", () => {
  const queue = new Queue("me");
  queue.put("a", "mine");
  queue.take();
  queue.done({ a: { state: "conflict", value: "theirs" } });
  queue.choose("a", "theirs");
  queue.put("a", "mine and more");
  assert.deepEqual(queue.take().changes, { a: { was: null, now: "mine and more" } });
});
