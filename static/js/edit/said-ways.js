// The ways between text and table: from a number to its cells (click, F8), from a cell to the sentence
// (F8), and 按表更新, which types the tables' number over the one in the text.
import { replaceRange } from "./inserting.js";

const TWICE = 250; // ms in which a second click makes it a double one, which selects the number

export function goBetween({ draft, parts, autosave, asking, light }) {
  for (const part of parts) listen(part, toCells);

  function toCells(part, n) {
    const { cells, of } = part.found[n];
    light([...cells, ...of]);
  }

  function toText(part, n) {
    const { start, end } = part.claims[n];
    part.area.focus({ preventScroll: true });
    part.area.setSelectionRange(start, end);
    part.layer.marks[n].scrollIntoView({ block: "center" });
  }

  // Everything of which a cell is told, what disagrees first: [{part, n}].
  function about(key) {
    const all = parts.flatMap((part) => part.found.map((one, n) => ({ part, n, one })));
    const isWrong = ({ one }) => one.verdict === "disagrees";
    const mine = all.filter(({ one }) => one.cells.includes(key) || one.of.includes(key));
    return [...mine.filter(isWrong), ...mine.filter((one) => !isWrong(one))];
  }

  // What both sides have at that moment is what counts: all is saved and read again first.
  async function rewrite(part, n) {
    const { area, list } = part;
    const { start, noun } = part.claims[n];
    if (area.readOnly) return;
    const read = (await autosave.settled()) && (await asking.now(part));
    if (!read) return list.tell("现在连不上服务器，没有更新，请稍后再试。");
    const at = part.claims.findIndex((one) => one.start === start && one.noun === noun);
    const { text, end, instead } = part.claims[at] || {};
    if (at < 0 || !part.found[at].fits || instead === null) return list.tell("文字或者表中的数刚刚有变化，没有更新。");
    replaceRange(area, start, end, instead);
    asking.soon([part], 0);
    return list.tell(`已按表把“${text}”更新为“${instead}”，可按Ctrl+Z撤销。`);
  }

  draft.form.addEventListener("keydown", (event) => {
    if (event.key !== "F8") return;
    const part = parts.find(({ area }) => area === event.target);
    const [there] = part ? [] : about(event.target.name);
    const n = part ? next(part) : -1;
    if (n >= 0) toCells(part, n);
    else if (there) toText(there.part, there.n);
    else return;
    event.preventDefault();
  });

  return { toCells, toText, about, rewrite };
}

// The number at the caret, or the first one behind it; the last one where there is none.
function next({ area, claims }) {
  const found = claims.findIndex(({ end }) => end >= area.selectionStart);
  return found < 0 ? claims.length - 1 : found;
}

function listen(part, toCells) {
  const { area, layer } = part;
  let timer = 0;
  area.addEventListener("click", ({ clientX, clientY, detail }) => {
    clearTimeout(timer);
    const n = layer.claimAt(clientX, clientY);
    if (n < 0 || detail > 1 || area.selectionStart !== area.selectionEnd) return;
    const { quoted } = part.claims[n];
    timer = setTimeout(() => { if (part.claims[n] && part.claims[n].quoted === quoted) toCells(part, n); }, TWICE);
  });
  area.addEventListener("input", () => clearTimeout(timer));
  area.addEventListener("mousemove", ({ clientX, clientY }) => {
    const n = layer.claimAt(clientX, clientY);
    area.style.cursor = n < 0 ? "" : "pointer";
    area.title = n < 0 ? "" : `${part.found[n].says || "表中还没有填齐"}。点击到表中，双击可以改`;
  });
  area.addEventListener("mouseleave", () => { area.title = ""; });
}
