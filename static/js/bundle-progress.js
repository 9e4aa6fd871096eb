// While a year's reports are drawn and packed, shows how far it is; loads the page anew at the end.
import { ask } from "./ask.js";

const EVERY = 2000;
const part = document.querySelector("[data-bundle-progress]");
const bar = part.querySelector("[data-bundle-done]");
const words = part.querySelector("[data-bundle-words]");
watch(EVERY);

function watch(delay) {
  setTimeout(async () => {
    const url = part.dataset.bundleProgress;
    const answer = await ask(url, { background: true }).catch(() => null);
    if (answer && answer.status === 401) return;
    if (!answer || answer.status !== 200) {
      watch(Math.min(delay * 2, 30000));
      return;
    }
    if (!answer.data.waiting) {
      location.reload();
      return;
    }
    bar.max = answer.data.total;
    bar.value = answer.data.done;
    words.textContent = answer.data.words;
    watch(EVERY);
  }, delay);
}
