// What need not hold up a keystroke: done once in the next task for all that asked for it in this one,
// and at once when the page may be about to go.

export function later(act) {
  let due = 0;
  const run = () => {
    if (!due) return;
    clearTimeout(due);
    due = 0;
    act();
  };
  addEventListener("pagehide", run);
  document.addEventListener("visibilitychange", run);
  return () => { due = due || setTimeout(run); };
}
