// On the page of a report that can no longer be changed: what this browser kept of it and never saved.
import { allLeft, storage } from "./edit/keep.js";
import { listTexts } from "./texts.js";

const card = document.querySelector("[data-kept-of]");
const where = storage();
const { names, texts } = allLeft(where, card.dataset.keptOf);

if (Object.keys(texts).length) {
  listTexts(card.querySelector("[data-texts]"), texts, () => {
    for (const name of names) where.removeItem(name);
    card.hidden = true;
  });
  card.hidden = false;
}
