// What has been done to the figures, step by step, so that it can be taken back. Pure: knows values
// by key and no page. A step is {key: {before, after}}.

const PAUSE = 1000; // ms without a keystroke after which typing on is a step of its own

export class Steps {
  constructor() {
    this.done = [];
    this.undone = [];
    this.open = ""; // the box that is being typed in, as long as its typing is one step
  }

  // Several values at once are one step.
  add(changes) {
    this.close();
    if (!Object.keys(changes).length) return;
    this.done.push(changes);
    this.undone = [];
  }

  // One keystroke, at a time in ms: goes on with the step of the same box unless that was closed, or
  // the value has changed in another way since.
  type(key, before, after, at) {
    const goesOn = this.open === key && at - this.typedAt < PAUSE && same(this.last()[key].after, before);
    if (!goesOn) this.add({ [key]: { before, after } });
    else this.last()[key].after = after;
    this.open = key;
    this.typedAt = at;
    const { before: first } = this.last()[key];
    if (same(first, after)) this.forget();
  }

  // The box was left.
  close() { this.open = ""; }

  last() { return this.done[this.done.length - 1]; }

  // Typed back to what it was: there is nothing to take back.
  forget() {
    this.done.pop();
    this.close();
  }

  // Takes the last step back: {values, skipped}, or null when there is none. now(key) is the value
  // that stands; a key that has changed since the step is skipped, for it may be somebody else's.
  undo(now) { return this.move(this.done, this.undone, "after", "before", now); }
  redo(now) { return this.move(this.undone, this.done, "before", "after", now); }

  move(from, to, seen, wanted, now) {
    this.close();
    const step = from.pop();
    if (!step) return null;
    const values = {};
    const skipped = [];
    const moved = {};
    for (const key of Object.keys(step)) {
      if (!same(now(key), step[key][seen])) {
        skipped.push(key);
        continue;
      }
      values[key] = step[key][wanted];
      moved[key] = step[key];
    }
    if (Object.keys(moved).length) to.push(moved);
    return { values, skipped };
  }
}

// Blank is blank, however it is written down.
export function same(a, b) {
  return (a === undefined || a === "" ? null : a) === (b === undefined || b === "" ? null : b);
}
