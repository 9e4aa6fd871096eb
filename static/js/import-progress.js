// While workers read the files of a batch, shows what became of each; loads the page anew at the end.
import { ask } from "./ask.js";

const EVERY = 2000;
const part = document.querySelector("[data-import-progress]");
const bar = part.querySelector("[data-import-done]");
const left = part.querySelector("[data-import-left]");
watch(EVERY);

function watch(delay) {
  setTimeout(async () => {
    const from = first();
    const { importProgress } = part.dataset;
    const url = `${importProgress}${importProgress.includes("?") ? "&" : "?"}from=${from}`;
    const answer = await ask(url, { background: true }).catch(() => null);
    if (answer && answer.status === 401) return;
    if (!answer || answer.status !== 200) {
      watch(Math.min(delay * 2, 30000));
      return;
    }
    answer.data.lines.forEach(show);
    bar.max = answer.data.total;
    bar.value = answer.data.total - answer.data.waiting;
    left.textContent = `还有${answer.data.waiting}份正在读取。可以关闭本页，读取不会停下。`;
    if (answer.data.waiting) watch(EVERY);
    else location.reload();
  }, delay);
}

// The first file that the page does not know the end of.
function first() {
  const row = part.querySelector('[data-state="running"]');
  return row ? row.dataset.number : 0;
}

function show(line) {
  const row = part.querySelector(`[data-number="${line.number}"]`);
  if (!row) return;
  row.dataset.state = line.state;
  row.querySelector("[data-agency]").textContent = line.agency;
  row.querySelector("[data-year]").textContent = line.year || "";
  row.querySelector("[data-why]").textContent = line.why;
  const badge = row.querySelector("[data-words]");
  badge.textContent = line.words;
  badge.className = `badge import-${line.state}`;
}
