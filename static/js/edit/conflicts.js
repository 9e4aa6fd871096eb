// The same value changed by two people: both values, who, when, and one choice.
import { tidy } from "../prose.js";

export function showConflicts({ draft, queue, autosave, card, here }) {
  const list = card.querySelector("[data-conflict-list]");
  const template = document.getElementById("conflict-template").content.firstElementChild;
  const drawn = new Map();
  let place = "";

  function draw() {
    if (!queue.held.size && !drawn.size) return;
    const now = [...queue.held].filter(([, held]) => held.state === "conflict");
    const keys = new Set(now.map(([key]) => key));
    for (const [key, item] of drawn) if (!keys.has(key)) { item.remove(); drawn.delete(key); }
    const fresh = now.filter(([key]) => !drawn.has(key));
    for (const [key] of fresh) list.append(drawn.set(key, made(key)).get(key));
    for (const [key, held] of now) fill(drawn.get(key), draft, key, held);
    card.hidden = keys.size === 0;
    if (fresh.length) bringIntoView(drawn.get(fresh[0][0]));
    tellHere();
  }

  // Beside the box as well: in a narrow window the card is far from it.
  function tellHere() { here.hidden = !drawn.has(place); }

  document.addEventListener("nianbao:place", ({ detail }) => {
    place = detail.key;
    tellHere();
  });
  here.addEventListener("click", () => {
    const item = drawn.get(place);
    item.scrollIntoView({ block: "center" });
    item.querySelector("[data-keep-mine]").focus({ preventScroll: true });
  });

  function made(key) {
    const item = template.cloneNode(true);
    const settle = (choose) => () => {
      choose();
      draw();
      autosave.soon();
    };
    const isText = !draft.isFigure(key);
    item.querySelector("[data-both-stay]").hidden = !isText;
    item.querySelector("[data-keep-mine]").addEventListener("click", settle(() => {
      if (isText) queue.choose(key, "mine");
      else queue.keepMine(key);
    }));
    item.querySelector("[data-take-theirs]").addEventListener("click", settle(() => {
      if (isText) return queue.choose(key, "theirs");
      draft.put({ [key]: queue.takeTheirs(key) }, "server");
      draft.total([key]);
      return undefined;
    }));
    item.querySelector("[data-where]").dataset.go = key;
    return item;
  }

  autosave.addEventListener("state", draw);
}

// In the column of cards alone: the page itself never moves while somebody types.
function bringIntoView(item) {
  const side = item.closest(".side");
  const [at, room] = [item.getBoundingClientRect(), side.getBoundingClientRect()];
  if (at.top < room.top || at.bottom > room.bottom) side.scrollTop += at.top - room.top - 48;
}

function fill(item, draft, key, held) {
  item.querySelector("[data-where]").textContent = nameOf(draft, key);
  item.querySelector("[data-mine]").textContent = shown(draft.isFigure(key) ? held.mine : unlike(held.mine, held.value));
  item.querySelector("[data-theirs]").textContent = shown(draft.isFigure(key) ? held.value : unlike(held.value, held.mine));
  item.querySelector("[data-by]").textContent = `${held.by || "对方"} ${timeOf(held.at)}`;
}

// The paragraphs of a text that the other does not have.
function unlike(text, other) {
  const there = new Set(tidy(other).split("\n"));
  return tidy(text).split("\n").filter((line) => !there.has(line)).join("\n");
}

const CLOCK = { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

// The hour at which everybody here lives, whatever this machine is set to.
function timeOf(at) {
  return at ? new Date(at).toLocaleTimeString("zh-CN", CLOCK) : "";
}

// What a person calls the box.
export function nameOf(draft, key) {
  const cell = draft.cell(key);
  if (cell) return cell.label;
  const label = draft.form.querySelector(`label[for="${draft.box(key).id}"]`);
  return label ? label.textContent : key;
}

function shown(value) {
  return value === null || value === "" ? "（空）" : String(value);
}
