// Marks on what was commented on: a number at a box or a figure, a note at a heading. What a mark
// says is text, so that a screen reader says it too.

let drawn = [];

// marks: {key: count}; find(key) → {at, describes}: where the mark goes, whether at a heading
// (isHeading), and the control that it speaks for, if any.
export function drawMarks(marks, find) {
  for (const undo of drawn) undo();
  drawn = Object.entries(marks)
    .map(([key, count]) => [find(key), count, key])
    .filter(([place]) => place && place.at)
    .map(([place, count, key]) => mark(place, count, `comments-at-${key}`));
}

function mark({ at, isHeading, box }, count, id) {
  const made = document.createElement("span");
  made.className = isHeading ? "comment-note" : "comment-mark";
  made.id = id;
  made.append(...words(count, isHeading));
  at.append(made);
  if (!isHeading) at.classList.add("has-comment");
  if (box) describe(box, id, true);
  return () => {
    made.remove();
    at.classList.remove("has-comment");
    if (box) describe(box, id, false);
  };
}

function words(count, isHeading) {
  if (isHeading) return [`批注 ${count}`];
  const hidden = document.createElement("span");
  hidden.className = "visually-hidden";
  hidden.textContent = "条未解决的批注";
  return [String(count), hidden];
}

function describe(box, id, on) {
  const ids = new Set((box.getAttribute("aria-describedby") || "").split(" ").filter(Boolean));
  if (on) ids.add(id);
  else ids.delete(id);
  if (ids.size) box.setAttribute("aria-describedby", [...ids].join(" "));
  else box.removeAttribute("aria-describedby");
}
