// Puts back what an earlier page could not save, and sends it like typing, or like the paste that it
// was: what somebody else has changed meanwhile shows as a conflict, and nothing is overwritten.
import { listTexts } from "../texts.js";

export async function offerKept({ draft, queue, autosave, keep, hear, card, named }) {
  const { names, unsent, batches, aside } = await keep.left();
  const before = {};
  const now = { typed: {}, pasted: {} };
  const isPasted = (key) => unsent[key].source === "pasted";
  for (const key of inOrder(draft, Object.keys(unsent))) {
    const isTotal = draft.computed.has(key);
    const goesAlong = isTotal && Object.keys(now.pasted).length > 0;
    if (draft.boxes.has(key) && isShown(draft, key, unsent[key].now) && !goesAlong) continue;
    if (!draft.boxes.has(key) || (isTotal && !isPasted(key)) || queue.state(key) !== "saved") aside[key] = unsent[key];
    else {
      before[key] = draft.value(key);
      now[isPasted(key) ? "pasted" : "typed"][key] = unsent[key].now;
    }
  }
  const keys = Object.keys(before);
  for (const batch of batches.filter(({ changes }) => keys.some((key) => key in changes))) {
    queue.resume(batch);
    hear.overlaid(only(before, batch.changes));
  }
  const restored = {};
  const see = () => { for (const key of keys) queue.see(key, unsent[key].was); };
  see();
  draft.put(now.typed, "restored");
  draft.put(now.pasted, "pasted");
  for (const key of keys) restored[key] = draft.value(key);
  see(); // a total that is given has been seen only when it was pasted, not now
  keep.write(named(queue.unsent()), queue.batches());
  if (keep.works && keep.writeAside(aside)) keep.drop(names.filter((name) => name !== keep.asideName));
  if (keys.length || Object.keys(aside).length) tell({ card, count: keys.length, aside, drop, clear: () => keep.dropAside() });

  // What the person has gone on with since is his own.
  function drop() {
    const gone = {};
    for (const key of keys.filter((one) => draft.value(one) === restored[one])) {
      gone[key] = queue.state(key) === "conflict" ? queue.takeTheirs(key) : before[key];
    }
    draft.put(gone, "restored");
    autosave.soon();
  }
}

// Totals last: one that was pasted belongs to what was pasted with it.
function inOrder(draft, keys) {
  return [...keys.filter((key) => !draft.computed.has(key)), ...keys.filter((key) => draft.computed.has(key))];
}

function only(values, among) {
  const found = {};
  for (const key of Object.keys(values)) if (key in among) found[key] = values[key];
  return found;
}

function tell({ card, count, aside, drop, clear }) {
  const words = count ? `上次有${count}处没有来得及保存，已为您恢复并保存。` : "上次有内容没有来得及保存。";
  card.querySelector("[data-kept-words]").textContent = words;
  const button = card.querySelector("[data-kept-drop]");
  button.hidden = !count;
  button.addEventListener("click", () => {
    drop();
    card.hidden = true;
  });
  card.querySelector("[data-kept-ok]").addEventListener("click", () => { card.hidden = true; });
  listTexts(card.querySelector("[data-texts]"), aside, clear);
  card.hidden = false;
}

function isShown(draft, key, now) {
  return String(now === null ? "" : now) === draft.box(key).value;
}
