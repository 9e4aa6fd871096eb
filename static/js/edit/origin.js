// Where the value of the box one stands in came from and by whom: asked once one has stopped there,
// and again only after a value has changed.
import { ask } from "../ask.js";

const PAUSE = 300; // ms in a box before its origin is asked for

export function showOrigin(draft, autosave, line) {
  const known = new Map(); // key → label
  let key = "";
  let timer = null;
  let changes = 0;

  function draw() {
    const label = known.get(key);
    line.hidden = !label;
    line.textContent = label ? `来源：${label}` : "";
  }

  function soon() {
    clearTimeout(timer);
    if (key && !known.has(key)) timer = setTimeout(fetchIt, PAUSE);
  }

  // An answer to what was asked before the last change is out of date.
  async function fetchIt() {
    const [asked, at] = [key, changes];
    const url = draft.facts.origin.replace(/-\/$/, `${asked}/`);
    const { status, data } = await ask(url, { background: true }).catch(() => ({}));
    if (status !== 200 || !data || at !== changes) return;
    known.set(asked, data.label || "");
    draw();
  }

  function forget(keys) {
    changes += 1;
    for (const one of keys) known.delete(one);
    draw();
  }

  document.addEventListener("nianbao:place", ({ detail }) => {
    key = detail.key;
    draw();
    soon();
  });
  draft.addEventListener("change", ({ detail }) => {
    forget([...detail.keys, ...draft.computed]);
    if (detail.source === "server") soon();
  });
  document.addEventListener("nianbao:prefills", () => {
    forget([...known.keys()]);
    soon();
  });
  autosave.addEventListener("answer", ({ detail }) => {
    forget(Object.keys(detail.keys || {}));
    soon();
  });
}
