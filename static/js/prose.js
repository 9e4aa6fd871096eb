// Text as typed or pasted from Word, and the heading levels a document recognises. Agrees with
// reports/prose.py, which decides; the golden file prose.json is read by the tests of both.

// Also what no document file can hold: controls, halves of surrogate pairs, non-characters.
const INVISIBLE = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff]/gu;
const BREAKS = /\r\n|[\r\v\f\x85\u2028\u2029]/g;
const LEVELS = [
  [2, /^[（(][一二三四五六七八九十百]+[）)]/],
  [3, /^[0-9０-９]{1,2}[.．、](?![0-9０-９])/],
  [4, /^[（(][0-9０-９]{1,2}[）)]/],
];
const LONGEST_HEADING = 40;

// One paragraph a line: no indents, no invisible characters, no empty lines.
export function tidy(text) {
  return text
    .replace(BREAKS, "\n")
    .replace(INVISIBLE, "")
    .replace(/\u00a0/g, " ")
    .split("\n")
    .map((line) => line.replace(/\t/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}

// 2 for （一）, 3 for 1., 4 for （1）; 0 for plain text. paragraph: one tidy line.
export function level(paragraph) {
  const found = LEVELS.find(([, mark]) => mark.test(paragraph));
  return found ? found[0] : 0;
}

// A numbered line that stands alone, not a paragraph that merely begins with a number or lacks its full stop.
export function isHeading(paragraph) {
  return level(paragraph) > 0 && [...paragraph].length <= LONGEST_HEADING && !/。|[；;！？]$/.test(paragraph);
}

// How many characters a reader sees.
export function length(text) {
  return [...tidy(text).replace(/\n/g, "")].length;
}
