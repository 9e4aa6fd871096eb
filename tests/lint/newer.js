// What the compatibility tables of MDN call newer than the oldest browser of .browserslistrc.
import { readFileSync } from "node:fs";
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import browserslist from "browserslist";

const here = new URL("../../.browserslistrc", import.meta.url);
const oldest = Math.min(
  ...browserslist(browserslist.parseConfig(readFileSync(here, "utf8")).defaults).map((one) => parseFloat(one.split(" ")[1])),
);

// Whether an entry of the tables came to Chromium too late; what they do not know is let through.
export function isNewer(entry) {
  const told = entry?.__compat?.support?.chrome;
  return Boolean(told) && [told].flat().every((one) => !isPlain(one) || since(one) > oldest);
}

function isPlain({ version_added: added, flags, prefix, alternative_name: otherName }) {
  return added && !flags && !prefix && !otherName;
}

function since({ version_added: version }) {
  return version === "preview" ? Infinity : parseFloat(String(version).replace("≤", ""));
}

// Objects of which a page holds some.
const HELD = /^(Document|Element|Node|Range|Selection|HTML\w*Element|Window|Navigator|Clipboard\w*|DataTransfer\w*|URL\w*|FormData|Abort\w+|Headers|Response|\w*Event|Crypto|DOM\w+|Promise|Array|Map|Object|String)$/;

// The names of members that no object had before. Names of one word would be our own words too often.
export function newerMembers() {
  const newer = new Set(["inert", "popover"]);
  const before = new Set();
  for (const [name, object] of [...Object.entries(bcd.api), ...Object.entries(bcd.javascript.builtins)]) {
    for (const [key, entry] of Object.entries(object)) {
      const member = key.replace(/_static$/, "");
      if (!isNewer(entry)) before.add(member);
      else if (HELD.test(name) && /^[a-z]+[A-Z]\w*$/.test(member)) newer.add(member);
    }
  }
  return [...newer].filter((member) => !before.has(member));
}

// Objects that the oldest browser does not have at all.
export function newerGlobals() {
  return Object.keys(bcd.api).filter((name) => isNewer(bcd.api[name]));
}

export const css = bcd.css;
