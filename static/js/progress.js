// While a worker draws the files of a report, shows how far it is; loads the page anew at the end.
import { ask } from "./ask.js";

const EVERY = 2000;
const card = document.querySelector("[data-progress]");
if (card && card.querySelector('[data-state="running"]')) watch(EVERY);

function watch(delay) {
  setTimeout(async () => {
    const answer = await ask(card.dataset.progress, { background: true }).catch(() => null);
    if (answer && answer.status === 401) return;
    if (!answer || answer.status !== 200) watch(Math.min(delay * 2, 30000));
    else if (answer.data.waiting) {
      answer.data.files.forEach(show);
      watch(EVERY);
    } else location.reload();
  }, delay);
}

function show(file) {
  const line = card.querySelector(`[data-kind="${file.kind}"]`);
  if (!line) return;
  line.querySelector("[data-words]").textContent = file.words;
  const bar = line.querySelector("progress");
  if (!bar) return;
  bar.value = file.percent;
  bar.hidden = file.state !== "running";
}
