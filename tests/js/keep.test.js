// What a page could not save is found by the next page of the same person on the same report.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Keep, allLeft } from "../../static/js/edit/keep.js";

class Store {
  constructor() { this.items = new Map(); }
  get length() { return this.items.size; }
  key(n) { return [...this.items.keys()][n]; }
  getItem(name) { return this.items.has(name) ? this.items.get(name) : null; }
  setItem(name, value) { this.items.set(name, value); }
  removeItem(name) { this.items.delete(name); }
}

let store;
let channels;
beforeEach(() => {
  store = new Store();
  channels = [];
});
afterEach(() => channels.forEach((one) => one.close()));

const five = { a: { was: null, now: 5 } };
const batch = { client: "old", seq: 3, changes: five };
const openPage = (client) => {
  channels.push(new BroadcastChannel("pages"));
  return new Keep(store, "1:2", client, channels[channels.length - 1]);
};

test("the next page finds what was typed and what was on its way", async () => {
  new Keep(store, "1:2", "old").write(five, [batch]);
  const found = await new Keep(store, "1:2", "new").left();
  assert.deepEqual([found.unsent, found.batches], [five, [batch]]);
});

test("a record stays until it is dropped", async () => {
  new Keep(store, "1:2", "old").write(five);
  const next = new Keep(store, "1:2", "new");
  next.drop((await next.left()).names);
  assert.deepEqual((await next.left()).unsent, {});
  assert.equal(store.length, 0);
});

test("another person or another report finds nothing", async () => {
  new Keep(store, "1:2", "old").write(five);
  for (const of of ["1:3", "2:2", "1:22", "11:2"]) {
    assert.deepEqual((await new Keep(store, of, "new").left()).unsent, {});
    assert.deepEqual(allLeft(store, of).names, []);
  }
  assert.deepEqual(allLeft(store, "1:2").texts, five);
});

test("a page that is still open keeps its own", async () => {
  openPage("one").write(five);
  new Keep(store, "1:2", "closed").write({ b: { was: 1, now: 2 } });
  const found = await openPage("two").left();
  assert.deepEqual(found.unsent, { b: { was: 1, now: 2 } });
});

test("nothing unsent leaves no record", () => {
  const keep = new Keep(store, "1:2", "page");
  keep.write(five);
  keep.write({});
  assert.equal(store.length, 0);
});

test("a broken record, a full store and none at all hurt nobody and are told", async () => {
  store.setItem("nianbao:unsent:1:2:old", "{");
  assert.deepEqual((await new Keep(store, "1:2", "new").left()).unsent, {});
  store.setItem = () => { throw new Error("full"); };
  for (const where of [store, null]) {
    const keep = new Keep(where, "1:2", "new");
    keep.write(five);
    assert.equal(keep.works, false);
    keep.write({});
    assert.equal(keep.works, where !== null);
  }
  assert.deepEqual(allLeft(null, "1:2").texts, {});
});

test("of two values of one key the older is put aside, whatever the pages are called", async () => {
  const write = (client, at, now) => store.setItem(`nianbao:unsent:1:2:${client}`, JSON.stringify({ at, unsent: { a: { was: null, now } }, batches: [client] }));
  write("b", 1, 5);
  write("a", 2, 6);
  const found = await new Keep(store, "1:2", "new").left();
  assert.equal(found.unsent.a.now, 6);
  assert.deepEqual(found.batches, ["a"]);
  assert.deepEqual(Object.values(found.aside), [{ was: null, now: 5 }]);
});

test("what is put aside is found by every page until it is dropped", async () => {
  const keep = new Keep(store, "1:2", "one");
  keep.writeAside({ a: { now: "text", label: "part" } });
  assert.deepEqual((await new Keep(store, "1:2", "two").left()).aside, { a: { now: "text", label: "part" } });
  assert.deepEqual(Object.keys(allLeft(store, "1:2").texts), ["a"]);
  keep.dropAside();
  assert.equal(store.length, 0);
});
