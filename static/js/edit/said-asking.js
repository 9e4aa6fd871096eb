// Asks the server what texts say, once they rest for a moment or have changed for long; one question at
// a time. What could not be asked is asked with the next one, or when a save has got through.
import { ask } from "../ask.js";

const PAUSE = 400; // ms without a keystroke
const MOST = 2000; // ms, however long somebody types on
const PATIENCE = 10000; // ms until a question counts as lost

// take([{part, text that was read}], answer). Returns soon(parts), and now(part), which resolves to
// whether that text has been read as it stands.
export function asksWhatIsSaid({ draft, autosave, take }) {
  const waiting = new Set();
  let timer = 0;
  let since = 0;
  let flying = null;

  function soon(changed, pause = PAUSE) {
    for (const part of changed) waiting.add(part);
    since = since || Date.now();
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(0, Math.min(pause, since + MOST - Date.now())));
  }

  function send() {
    clearTimeout(timer);
    if (flying || !waiting.size || draft.stopped) return flying;
    since = 0;
    const asked = [...waiting].map((part) => ({ part, text: part.area.value })).filter(isNotTooLong);
    for (const { part } of asked) waiting.delete(part);
    if (!asked.length) return flying;
    flying = fetched(asked).catch(() => false).then((arrived) => {
      flying = null;
      if (!arrived) for (const { part } of asked) waiting.add(part);
      else if (waiting.size) soon([]);
    });
    return flying;
  }

  // What is too long to be saved is not read either.
  function isNotTooLong({ text }) { return text.length <= draft.facts.longest; }

  async function fetched(asked) {
    const texts = Object.fromEntries(asked.map(({ part, text }) => [part.name, text]));
    const { status, data } = await ask(draft.facts.urls.said, { method: "POST", body: { texts }, background: true, quiet: true, patience: PATIENCE });
    if (status !== 200 || !data) return false;
    take(asked, data);
    return true;
  }

  async function now(part) {
    while (flying) await flying;
    waiting.add(part);
    await send();
    return !waiting.has(part);
  }

  autosave.addEventListener("answer", () => { if (waiting.size) soon([]); });
  return { soon, now };
}
