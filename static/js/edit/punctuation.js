// Full- and half-width signs of a Chinese text put right. Pure; the clerk sees the list before
// anything changes. What stands within an address, a number, a time or foreign words stays.

const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff“”‘’（）《》〈〉【】〔〕、。，；：？！…—";
const HANZI = "\\u3400-\\u9fff\\uf900-\\ufaff";
const FULL = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！" };
const ADDRESS = /(?:https?[:：]\/\/|www\.)[\x21-\x7e：]+|[\w.-]+@[\w-]+(?:\.[\w-]+)+/g;

const RULES = [
  // Digits and letters are half-width, and so are the signs within a number.
  [/[０-９Ａ-Ｚａ-ｚ％]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)],
  [/(\d)．(\d)/g, "$1.$2"],
  // The number of a document: 〔2024〕5号.
  [/[[［(（【]((?:19|20)\d\d)[\]］)）】](?=\s*\d+\s*号)/g, "〔$1〕"],
  // Brackets around or after Chinese words.
  [new RegExp(`\\(([^()（）\\n]*[${HANZI}][^()（）\\n]*)\\)`, "g"), "（$1）"],
  [new RegExp(`([${HANZI}])\\(([^()（）\\n]*)\\)`, "g"), "$1（$2）"],
  // Brackets of which only one is full-width.
  [/（([^()（）\n]*)\)|\(([^()（）\n]*)）/g, (_, one = "", other = "") => `（${one}${other}）`],
  // Single quotation marks around Chinese words; an apostrophe stays.
  [new RegExp(`(^|[${HAN},;:])'([${HANZI}][^'\\n]*)'`, "g"), "$1‘$2’"],
  // Signs that follow a Chinese character, or a number before one; a full-width sign needs no blank.
  [new RegExp(`([${HAN}\\d%])\\s*([,;:?!]) *(?=[${HAN}])`, "g"), (_, before, sign) => before + FULL[sign]],
  [new RegExp(`([${HAN}])([,;:?!])`, "g"), (_, before, sign) => before + FULL[sign]],
  [new RegExp(`([${HAN}])\\.(?=[${HAN}]|\\s*$)`, "gm"), "$1。"],
  [/\.{3,}|。{3,}|…(?!…)(?<!……)/g, "……"],
  [/(?<![-—])-{2,}(?![-—])/g, "——"],
];

// {text, changes: [{before, after}]}: the text put right, and each paragraph that changed.
export function putRight(text) {
  const changes = [];
  const lines = text.split("\n").map((before) => {
    const after = paragraph(before);
    if (after !== before) changes.push({ before, after });
    return after;
  });
  return { text: lines.join("\n"), changes };
}

// Addresses are taken out first and come back with their own signs half-width.
function paragraph(line) {
  if (!new RegExp(`[${HANZI}]`).test(line)) return line;
  let done = "";
  let from = 0;
  for (const found of line.matchAll(ADDRESS)) {
    done += signs(line.slice(from, found.index)) + found[0].replace(/：/g, ":");
    from = found.index + found[0].length;
  }
  return quotes(done + signs(line.slice(from)));
}

function signs(text) {
  return RULES.reduce((mended, [pattern, put]) => mended.replace(pattern, put), text);
}

// Straight quotation marks come in pairs; an odd one is left for a person to look at.
function quotes(line) {
  if ((line.split('"').length - 1) % 2) return line;
  let opens = false;
  return line.replace(/"/g, () => {
    opens = !opens;
    return opens ? "“" : "”";
  });
}
