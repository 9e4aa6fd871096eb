// 对照版面: the part as it will be printed, beside the box, drawn by the server after every save.
import { ask } from "../ask.js";
import { grow } from "./writing.js";

export function showBeside({ draft, autosave }) {
  const shown = new Map(); // part → its region, while it is open

  for (const tools of document.querySelectorAll("[data-writing-tools]")) tools.hidden = false;
  for (const button of document.querySelectorAll("[data-beside]")) {
    const part = button.dataset.beside;
    const region = document.querySelector(`[data-beside-of="${part}"]`);
    button.addEventListener("click", async () => {
      const opens = region.hidden;
      button.setAttribute("aria-pressed", String(opens));
      region.hidden = !opens;
      region.parentElement.classList.toggle("is-paired", opens);
      if (opens) shown.set(part, region);
      else shown.delete(part);
      grow(draft.box(`prose.${part}`));
      if (opens) await autosave.settled().then(() => draw(part, region));
    });
  }

  async function draw(part, region) {
    try {
      const { status, data } = await ask(`${draft.facts.printed}${part}/`, { background: true });
      if (status !== 200) return;
      region.innerHTML = data.html; // drawn by our own template, which escapes
      if (!region.textContent.trim()) region.textContent = "这一部分还没有文字。";
      region.classList.remove("is-stale");
    } catch (error) {
      region.classList.add("is-stale");
    }
  }

  draft.addEventListener("change", ({ detail }) => {
    for (const [part, region] of shown) if (detail.keys.includes(`prose.${part}`)) region.classList.add("is-stale");
  });
  autosave.addEventListener("answer", ({ detail }) => {
    for (const [part, region] of shown) if (touches(detail, part)) draw(part, region);
  });
}

// The fees are printed within their part: any of them may change it.
function touches({ keys = {} }, part) {
  return Object.keys(keys).some((key) => key === `prose.${part}` || key.startsWith("fees."));
}
