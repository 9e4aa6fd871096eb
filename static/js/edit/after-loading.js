// What may come after the page can be used: a moment after all that it needs has loaded. Where it
// cannot be fetched, the page goes on without it.

const REST = 1500; // ms

export function afterLoading(act) {
  const soon = () => setTimeout(() => Promise.resolve(act()).catch(() => {}), REST);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon);
}
