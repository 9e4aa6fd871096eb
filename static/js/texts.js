// Texts that have no place to go back to, for the person to copy: kept until he says he needs them
// no more.

// texts: {key: {now, label}}; clear is called once they are dismissed.
export function listTexts(place, texts, clear) {
  const all = Object.keys(texts).map((key) => `${texts[key].label || key}：${shown(texts[key].now)}`);
  place.hidden = all.length === 0;
  if (place.hidden) return;
  const area = place.querySelector("textarea");
  area.value = all.join("\n");
  place.querySelector("[data-texts-copy]").addEventListener("click", () => {
    area.select();
    document.execCommand("copy"); // the newer way is closed to sites without https
  });
  place.querySelector("[data-texts-clear]").addEventListener("click", () => {
    clear();
    place.hidden = true;
  });
}

function shown(value) {
  return value === null || value === "" ? "（空）" : String(value);
}
