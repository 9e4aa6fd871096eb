// 修改记录 of the box one stands in, once it is opened: the values it had, each to be had back by 恢复.
import { ask } from "../ask.js";
import { nameOf } from "./conflicts.js";
import { pieces } from "./redline.js";

const AFTER_SAVE = 1500; // ms without another save, after which the list is read again

export function showPast({ draft, autosave, hear, card }) {
  const part = (name) => card.querySelector(`[data-past-${name}]`);
  const [name, words, list, more] = ["name", "words", "list", "more"].map(part);
  const template = document.getElementById("past-template").content.firstElementChild;
  let key = "";
  let seen = 0;
  let before = null;
  let asked = 0;
  let soon = null;

  const url = () => `${draft.facts.past}${encodeURIComponent(key)}/`;
  const say = (text) => {
    words.textContent = text;
    words.hidden = !text;
  };

  // Reads the newest values, or those further back; an answer that comes too late is dropped.
  async function load({ further = false, background = false } = {}) {
    asked += 1;
    const mine = asked;
    const answer = await ask(further ? `${url()}?before=${before}` : url(), { background }).catch(() => ({}));
    if (mine !== asked) return;
    if (answer.status !== 200) return say("修改记录暂时读不出来，请稍后再试。");
    const { data } = answer;
    seen = further ? seen : data.version;
    before = data.before;
    more.hidden = before === null;
    const items = data.entries.map((entry) => made(template.cloneNode(true), entry, data.refusal));
    if (!further) list.innerHTML = items.length ? "" : "<li>还没有修改。</li>";
    list.append(...items);
  }

  // paragraph: its number in the text of that version, where only that one is wanted.
  async function restore({ version, paragraph }) {
    if (!await autosave.settled()) return say("还有内容没有保存，请稍后再试。");
    const body = new FormData();
    body.append("version", version);
    body.append("seen", seen);
    if (paragraph !== undefined) body.append("paragraph", paragraph);
    const { status, data } = await ask(url(), { method: "POST", body }).catch(() => ({}));
    if (status === 200) hear(data, { whole: true });
    await load();
    say(status === 200 ? "已恢复；要撤销，可再恢复回来。" : (data && data.message) || "没有恢复，请稍后再试。");
    words.focus();
  }

  function show(place) {
    key = place;
    card.hidden = false;
    name.textContent = nameOf(draft, key);
    say("");
    list.textContent = "";
    more.hidden = true;
    if (card.open) load();
  }

  document.addEventListener("nianbao:place", ({ detail }) => { if (detail.key !== key) show(detail.key); });
  card.addEventListener("toggle", async () => {
    if (!card.open || !key) return;
    await load();
    card.scrollIntoView({ block: "nearest" }); // it opens downwards, out of what is in view
  });
  more.addEventListener("click", () => load({ further: true }));
  list.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-version]");
    if (!button) return;
    button.disabled = true;
    await restore(button.dataset);
    button.disabled = false;
  });
  function again(keys) {
    if (!card.open || !keys.includes(key)) return;
    clearTimeout(soon);
    soon = setTimeout(() => load({ background: true }), AFTER_SAVE);
  }
  autosave.addEventListener("answer", ({ detail }) => again(Object.keys(detail.keys || {})));
  // Also what was confirmed, filled with zeros or changed by somebody else.
  draft.addEventListener("change", ({ detail }) => { if (detail.source === "server") again(detail.keys); });
}

function made(item, entry, refusal) {
  const find = (name) => item.querySelector(`[data-${name}]`);
  find("by").textContent = entry.by || "最初";
  find("source").textContent = entry.source;
  find("when").textContent = entry.when;
  if (!entry.is_now) find("now").remove();
  if (entry.pieces.length) find("value").append(...pieces(entry.pieces));
  else find("value").textContent = entry.value === null || entry.value === "" ? "（空）" : String(entry.value);
  const button = find("restore");
  button.hidden = entry.is_now || Boolean(refusal);
  button.dataset.version = entry.version;
  find("restore-to").textContent = `为${entry.when || "最初"}的内容`;
  find("lost").hidden = button.hidden || !entry.lost.length;
  find("lost-list").append(...entry.lost.map((one) => lost(entry.version, one)));
  return item;
}

// A paragraph that does not stand now, to be had back by itself.
function lost(version, [paragraph, label, told]) {
  const made = document.createElement("li");
  const words = document.createElement("span");
  words.append(`${label}：`, ...pieces(told));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link";
  button.textContent = "恢复本段";
  Object.assign(button.dataset, { version, paragraph });
  made.append(words, " ", button);
  return made;
}
