// 数据来源 on the printed page: where a figure or a text came from and by whom, told where one points at
// it; by keyboard from box to box, once that is asked for.
import { ask } from "./ask.js";

const card = document.querySelector("[data-origins]");
const paper = document.querySelector(".paper");

if (card && paper) start();

function start() {
  const part = (name) => card.querySelector(`[data-origins-${name}]`);
  const walk = part("walk");
  let asked = null;

  // Once a page, when first wanted; a failure is tried again.
  function load() {
    asked = asked || ask(card.dataset.origins).then(({ status, data }) => {
      if (status !== 200 || !data) throw new Error("origins");
      return data;
    });
    asked.catch(() => { asked = null; });
    return asked;
  }

  async function tell({ target }) {
    const place = target.closest("[data-cell], [data-key]");
    if (!place) return;
    const known = await load().catch(() => null);
    const words = known ? lines(known, place).join("\n") || "没有填写记录" : "来源暂时读不出来，请稍后再试";
    place.title = words;
    part("here").textContent = words;
  }

  paper.addEventListener("mouseover", tell);
  paper.addEventListener("focusin", tell);
  paper.addEventListener("click", tell);
  part("hint").hidden = false;
  walk.hidden = false;
  walk.addEventListener("click", () => {
    const on = walk.getAttribute("aria-pressed") !== "true";
    walk.setAttribute("aria-pressed", String(on));
    const places = [...paper.querySelectorAll("[data-cell], [data-key]")];
    for (const place of places) {
      if (on) place.tabIndex = 0;
      else place.removeAttribute("tabindex");
    }
    if (on && places.length) places[0].focus();
  });
}

// A paragraph goes by its part; the sentence of the fees tells each of them.
function lines(known, { dataset: { cell, key } }) {
  if (cell) return known[cell] ? [`来源：${known[cell]}`] : [];
  const [number, name] = key.split("#");
  const text = known[`prose.${number}`];
  const fees = Object.keys(known).filter((one) => name === "fees" && one.startsWith("fees."));
  const words = name !== "fees" && text ? [`本部分文字来源：${text}`] : [];
  return [...words, ...fees.map((one) => `来源：${known[one]}`)];
}
