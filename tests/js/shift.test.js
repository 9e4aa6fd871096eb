// Claims stay with their numbers while the text round them is edited.
import assert from "node:assert/strict";
import { test } from "node:test";
import { shifted } from "../../static/js/edit/shift.js";

const TEXT = "新收95件，办结90件。";
const NEW = { start: 2, end: 4, text: "95" };
const CLOSED = { start: 8, end: 10, text: "90" };

// What is left of both claims, as the text has it at their places.
function left(after, before = TEXT) {
  return shifted([NEW, CLOSED], before, after).map(({ start, end }) => after.slice(start, end));
}

test("an unchanged text keeps all", () => assert.deepEqual(left(TEXT), ["95", "90"]));
test("words put in before move what follows", () => assert.deepEqual(left(`全年${TEXT}`), ["95", "90"]));
test("words put in between move what follows", () => assert.deepEqual(left("新收95件，已办结90件。"), ["95", "90"]));
test("words taken away between move what follows", () => assert.deepEqual(left("新收95件办结90件。"), ["95", "90"]));
test("words put in behind move nothing", () => assert.deepEqual(left(`${TEXT}均已答复。`), ["95", "90"]));
test("a number that is edited is dropped", () => assert.deepEqual(left("新收96件，办结90件。"), ["90"]));
test("a digit more at its end drops it", () => assert.deepEqual(left("新收958件，办结90件。"), ["90"]));
test("a digit more at its start drops it", () => assert.deepEqual(left("新收195件，办结90件。"), ["90"]));
test("a repeated digit drops it", () => assert.deepEqual(left("新收955件，办结90件。"), ["90"]));
test("an edit over several drops them", () => assert.deepEqual(left("新收若干件。"), []));
test("an emptied text has none", () => assert.deepEqual(left(""), []));
