// Text against table, while one writes and while one fills in. The server reads the texts, here what
// they say is compared with the figures: numbers are underlined in place, listed below their text, told
// beside the cells that they speak of and beside the findings about them.
import { compareAll, totalsOf } from "../claims.js";
import { asksWhatIsSaid } from "./said-asking.js";
import { tellInCells } from "./said-cells.js";
import { tellInFindings } from "./said-findings.js";
import { Layer } from "./said-layer.js";
import { List } from "./said-list.js";
import { goBetween } from "./said-ways.js";
import { later } from "./later.js";
import { shifted } from "./shift.js";

export async function showSaid({ draft, autosave, findings, panel, light, card }) {
  await styled(draft.facts.said_style);
  const parts = [...draft.form.querySelectorAll("textarea[data-prose]")].map((area) => partOf(area));
  const totals = totalsOf(Object.keys(draft.facts.cells));
  const asking = asksWhatIsSaid({ draft, autosave, take });
  const ways = goBetween({ draft, parts, autosave, asking, light });
  for (const part of parts) part.list = new List(part, ways);
  const told = [tellInCells({ draft, parts, ways, card }), tellInFindings({ parts, findings, panel, ways })];

  // The server has read these texts, which may have been edited since.
  function take(asked, data) {
    const named = (places) => places.map((place) => data.sums[place]);
    const whole = (claim) => Object.assign(claim, { ways: named(claim.ways), of: named(claim.of) });
    for (const { part, text } of asked) Object.assign(part, { text, claims: data.said[part.name].map(whole) });
    look();
  }

  function look() {
    for (const part of parts) {
      part.claims = shifted(part.claims, part.text, part.area.value);
      part.text = part.area.value;
      part.found = compareAll(part.claims, draft.figures, totals);
      part.layer.draw(part);
      part.list.draw(part);
    }
    for (const tell of told) tell();
  }

  // No keystroke waits for it.
  const lookLater = later(look);
  draft.addEventListener("change", ({ detail }) => {
    lookLater();
    const written = parts.filter(({ key }) => detail.keys.includes(key));
    if (written.length) asking.soon(written);
  });
  findings.addEventListener("judged", lookLater);
  for (const { area } of parts) area.addEventListener("input", lookLater); // half-composed Pinyin moves words too
  asking.soon(parts, 0);
}

// claims: what was found in `text`, in reading order; found: how each compares now.
function partOf(area) {
  const key = area.name;
  return { key, name: key.slice("prose.".length), area, text: area.value, claims: [], found: [], layer: new Layer(area) };
}

// The sheet of all this comes with it; without it nothing is drawn.
function styled(href) {
  return new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    Object.assign(sheet, { rel: "stylesheet", href, onload: resolve, onerror: reject });
    document.head.append(sheet);
  });
}
