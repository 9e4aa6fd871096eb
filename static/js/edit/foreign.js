// Marks the boxes that somebody else has changed a moment ago, until one has been there or a while has
// passed. A box that keeps the words being typed into it says that a newer value waits.

const WHILE = 60000; // ms
const WORDS = "这里刚刚在另一个页面上修改";

export function markForeign({ draft, say }) {
  const timers = new Map();

  function clear(key) {
    clearTimeout(timers.get(key));
    timers.delete(key);
    const box = draft.box(key);
    delete box.dataset.foreign;
    if (box.title === WORDS) box.removeAttribute("title");
  }

  draft.form.addEventListener("focusout", ({ target }) => { if (timers.has(target.name)) clear(target.name); });

  return function changed(keys) {
    for (const key of keys) {
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(() => clear(key), WHILE));
      const box = draft.box(key);
      box.dataset.foreign = "";
      if (!box.title) box.title = WORDS;
    }
    if (keys.length) say(`另一位填报人（或您的另一个页面）刚刚修改了${keys.length}处，已在本页标出。`);
  };
}
