// Moving between the boxes by keys, as in a spreadsheet; docs/guide.zh-CN.md lists them. Tab stays the
// browser's own: it goes through the boxes in reading order and can always leave the table.

export function moveByKeys({ draft, grids, cursor, range }) {
  draft.form.addEventListener("keydown", (event) => {
    if (isComposing(event) || event.altKey) return;
    if (grids.has(event.target.name)) {
      if (acts(event, cursor, range) || moves(event, grids, cursor, range)) event.preventDefault();
    } else if (event.key === "Enter" && event.target.matches("input.figure-box")) {
      // Enter never sends the form.
      event.preventDefault();
      const next = nextOnPage(event.target);
      if (next) next.focus();
    }
  });
}

// Half-composed Pinyin keeps its keys.
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

function acts(event, cursor, range) {
  if (event.key === "Escape") return cursor.restore() || range.clear();
  if (event.key === "F2" && !cursor.editing) cursor.editAtEnd();
  else if (event.key === "F2") cursor.move();
  else if (event.key.toLowerCase() !== "a" || !isFar(event) || cursor.editing) return false;
  else range.pickAll();
  return true;
}

function moves(event, grids, cursor, range) {
  const { key } = cursor;
  const grid = grids.get(key);
  if (event.key === "Enter") {
    const next = entered(grid, key, cursor.draft, event.shiftKey);
    if (next) arrive(next, cursor, range);
    return true;
  }
  if (cursor.editing || !(event.key in AIMS)) return false;
  const from = event.shiftKey ? range.head || key : key;
  const target = AIMS[event.key](grid, from, isFar(event));
  if (event.shiftKey) range.extend(target || from);
  else if (target) arrive(target, cursor, range);
  return true;
}

const isFar = (event) => event.ctrlKey || event.metaKey;

const to = (down, right) => (grid, key, far) => (far ? grid.edge(key, down, right) : grid.step(key, down, right));
const toEnd = (side) => (grid, key, far) => (far ? grid.corner(side) : grid.lineEnd(key, side));

const AIMS = {
  ArrowUp: to(-1, 0), ArrowDown: to(1, 0), ArrowLeft: to(0, -1), ArrowRight: to(0, 1), Home: toEnd(-1), End: toEnd(1),
};

function arrive(key, cursor, range) {
  range.clear();
  cursor.goTo(key);
}

// Down (or up) to the next box that is typed, at the foot of a column to the head of the next, from
// the last one on to what comes after the table. From a total it goes to whatever box is there.
function entered(grid, key, draft, up) {
  const isTyped = (one) => !draft.box(one).readOnly || draft.box(key).readOnly;
  let next = grid.step(key, up ? -1 : 1, 0);
  while (next && !isTyped(next)) next = grid.step(next, up ? -1 : 1, 0);
  if (next || up) return next;
  const head = grid.step(key, 0, 1) && grid.next(key, "downwards", isTyped);
  return head || keyAfter(draft.box(key));
}

function keyAfter(box) {
  const next = nextOnPage(box);
  return next && next.name;
}

// The next box on the page that can be typed into.
function nextOnPage(box) {
  const all = [...box.form.querySelectorAll("input.figure-box:not([readonly]), textarea")];
  return all.find((one) => box.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
}
