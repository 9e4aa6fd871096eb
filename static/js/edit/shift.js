// Keeps claims where they are said while the text is being edited, until the server has read it again.
// Pure.

// claims: [{start, end, …}] of the text `before`. → those that the edit has left alone, with their
// places in `after`. What the edit lies in or borders on may be another number by now: it is dropped.
export function shifted(claims, before, after) {
  if (before === after) return claims;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const by = after.length - before.length;
  const ahead = claims.filter(({ end }) => end < head);
  const behind = claims.filter(({ start }) => start > before.length - tail);
  return [...ahead, ...behind.map((claim) => ({ ...claim, start: claim.start + by, end: claim.end + by }))];
}
