// Where the boxes of one table stand to each other: lines of boxes under columns, some of which are
// wide. Pure; a box is known by its key, and null is no box.

export class Geometry {
  // boxes: [{key, line, first, last}] in reading order; line and the columns count from anywhere.
  constructor(boxes) {
    this.boxes = new Map(boxes.map((box) => [box.key, box]));
    const lines = new Map();
    for (const box of boxes) lines.set(box.line, [...(lines.get(box.line) || []), box]);
    this.lines = [...lines.keys()].sort((a, b) => a - b).map((line) => lines.get(line));
    this.across = boxes.map((box) => box.key);
    this.downwards = [...boxes].sort((a, b) => a.first - b.first || a.line - b.line).map((box) => box.key);
  }

  // The neighbour `right` boxes to the right in its line, or `down` lines below.
  step(key, down, right) {
    const n = this.lineOf(key);
    if (right) return keyOf(this.lines[n][this.lines[n].indexOf(this.boxes.get(key)) + right]);
    return keyOf(nearest(this.lines[n + down] || [], this.boxes.get(key)));
  }

  // As far as the table goes in that direction: the box itself at the edge.
  edge(key, down, right) {
    let last = key;
    for (let next = key; next; next = this.step(next, down, right)) last = next;
    return last;
  }

  // The first (-1) or the last (1) box of its line, of the table.
  lineEnd(key, side) { return keyOf(end(this.lines[this.lineOf(key)], side)); }
  corner(side) { return keyOf(end(end(this.lines, side), side)); }

  // The next box that `fits`, in reading order or down the columns.
  next(key, order, fits) {
    const keys = this[order];
    return keys.slice(keys.indexOf(key) + 1).find(fits) || null;
  }

  // The rectangle that two boxes span: its lines from the top, in each a key or null for every
  // column that begins in it.
  between(a, b) {
    const [one, other] = [this.boxes.get(a), this.boxes.get(b)];
    const [top, bottom] = [this.lineOf(a), this.lineOf(b)].sort((x, y) => x - y);
    const [left, right] = [Math.min(one.first, other.first), Math.max(one.last, other.last)];
    const lines = this.lines.slice(top, bottom + 1);
    const found = lines.map((line) => line.filter((box) => box.first <= right && box.last >= left));
    const columns = [...new Set(found.flatMap((line) => line.map((box) => box.first)))].sort((x, y) => x - y);
    return found.map((line) => columns.map((column) => keyOf(line.find((box) => box.first === column))));
  }

  lineOf(key) { return this.lines.findIndex((line) => line.includes(this.boxes.get(key))); }
}

function nearest(line, { first, last }) {
  const far = (box) => Math.max(box.first - last, first - box.last, 0) || (box.first === first ? 0 : 0.5);
  return line.reduce((best, box) => (best === null || far(box) < far(best) ? box : best), null);
}

function end(list, side) { return side < 0 ? list[0] : list[list.length - 1]; }

function keyOf(box) { return box ? box.key : null; }
