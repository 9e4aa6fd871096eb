// Lets a text above grow or shrink without moving what the person looks at.

export function unmoved(form, change) {
  const active = document.activeElement;
  const still = form.contains(active) ? active : document.elementFromPoint(innerWidth / 2, innerHeight / 3);
  if (!still) return change();
  const before = still.getBoundingClientRect().top;
  change();
  const moved = still.getBoundingClientRect().top - before;
  if (moved) scrollBy(0, moved);
  return undefined;
}
