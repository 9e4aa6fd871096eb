// What need not hold up a keystroke: done once in the next task for all that asked for it in this one,
// and at once when the page may be about to go. And what need not hold up the page: fetched a moment
// after all that it needs has loaded; where it cannot be, the page goes on without it.

const REST = 1500; // ms

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

export function afterLoading(fetched) {
  const soon = () => setTimeout(() => fetched().catch(() => {}), REST);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon);
}
