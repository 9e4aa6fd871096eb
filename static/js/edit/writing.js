// The text areas: as tall as their text, with a live count of characters; their headings in the rail.
import { length } from "../prose.js";
import { listHeadings } from "./outline.js";

export function helpWriting(draft) {
  const areas = [...draft.form.querySelectorAll("textarea[data-prose]")];
  const look = (area) => {
    grow(area);
    count(area);
    listHeadings(area);
  };
  draft.addEventListener("change", ({ detail }) => {
    areas.filter((area) => detail.keys.includes(area.name)).forEach(look);
  });
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) areas.forEach(grow);
    width = innerWidth;
  });
  areas.forEach(look);
}

// The height is a property set by script, which the content security policy allows.
export function grow(area) {
  const top = scrollY;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
  if (scrollY !== top) scrollTo(scrollX, top);
}

function count(area) {
  const counter = area.form.querySelector(`[data-count="${area.name}"]`);
  const characters = length(area.value);
  counter.textContent = characters ? `${characters} 字` : "";
}
