// A rectangle of boxes in one table, from the box that has the focus to another. It ends when that
// box is left or typed into.

export class Range {
  // announce(words) tells what is selected, also to who does not see it.
  constructor({ draft, grids, cursor, announce }) {
    Object.assign(this, { draft, grids, cursor, announce, head: "", rows: [] });
    cursor.addEventListener("moved", () => this.clear());
    cursor.addEventListener("typed", () => this.clear());
  }

  // Every key by line and column, null where a wide box has no second; empty without a range.
  get keys() { return this.rows.flat().filter(Boolean); }

  extend(head) {
    const grid = this.grids.get(this.cursor.key);
    if (!grid || !grid.boxes.has(head)) return;
    this.unmark();
    this.head = head;
    this.rows = head === this.cursor.key ? [] : grid.between(this.cursor.key, head);
    this.cursor.move();
    this.mark();
    this.draft.box(head).scrollIntoView({ block: "nearest", inline: "nearest" });
    this.announce(this.rows.length ? `已选${this.rows.length}行${this.rows[0].length}列` : "");
  }

  // The whole table, whichever box has the focus.
  pickAll() {
    const grid = this.grids.get(this.cursor.key);
    this.unmark();
    this.head = grid.corner(1);
    this.rows = grid.between(grid.corner(-1), grid.corner(1));
    this.mark();
    this.announce(`已选整张表，${this.rows.length}行${this.rows[0].length}列`);
  }

  // Whether there was one.
  clear() {
    const was = this.rows.length > 0;
    this.unmark();
    this.head = "";
    this.rows = [];
    if (was) this.announce("");
    return was;
  }

  mark() {
    this.rows.forEach((row, n) => row.forEach((key, m) => {
      if (!key) return;
      const { classList } = this.draft.box(key).parentElement;
      classList.add("is-picked");
      classList.toggle("pick-top", n === 0);
      classList.toggle("pick-bottom", n === this.rows.length - 1);
      classList.toggle("pick-left", m === 0);
      classList.toggle("pick-right", row.slice(m + 1).every((other) => other === null));
    }));
  }

  unmark() {
    for (const key of this.keys) {
      this.draft.box(key).parentElement.classList.remove("is-picked", "pick-top", "pick-bottom", "pick-left", "pick-right");
    }
  }
}
