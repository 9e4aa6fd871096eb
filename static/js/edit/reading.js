// What a pasted text says as a figure of the form: a number, a mark that may mean 0 or nothing, or
// something that is not taken. Pure.
import { clean } from "../figures.js";

const MARK = /^(?:[-−–—―─﹣]+|[/\\]|无|没有)$/;
const MEASURES = /(?:件|宗|条|个|项|份|次)$/;
const FIGURE = /^[+-]?[0-9][0-9,.\s]*(?:件|宗|条|个|项|份|次|万元|元)?$/;
const WHOLE = /^([0-9][0-9,]*)\.00?$/; // as a column formatted with decimals shows whole numbers
const NOT_SHOWN = /^(?:#+|[+-]?[0-9.]+e[+-]?[0-9]+)$/i; // the column is too narrow for the number
const OTHER_UNIT = /[0-9.\s](?:千|万|百万|亿|万件|千元|万元|亿元|元|%|‰)$/;

// Full-width forms alone, as figures.js does: normalize("NFKC") would read ① and ² as digits.
function half(text) {
  const narrow = text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  return narrow.replace(/[\u200b-\u200f\ufeff]/g, "").replace(/[−–—﹣]/g, "-").trim();
}

// Something that looks like a number, with or without its unit.
export function isFigure(text) { return FIGURE.test(half(text)); }

// “-”, “/”, “无”: whether it means 0 or “not filled in” only the person knows.
export function isMark(text) { return MARK.test(half(text)); }

// Words without any number in them.
export function isWord(text) { return text !== "" && !isMark(text) && !/[0-9]/.test(half(text)); }

// cell: {label, kind}; given: {text, raw}; unit: that of the cell's kind.
// → {value}, {mark: true} or {why: a sentence}
export function read(cell, given, unit) {
  if (isMark(given.text)) return { mark: true };
  const shown = clean(cell, withoutUnit(cell, given.text, unit));
  const behind = given.raw ? clean(cell, given.raw) : null;
  if (!shown.refused) {
    const agrees = !behind || Number(behind.refused ? given.raw : behind.value) === Number(shown.value);
    return agrees ? { value: shown.value } : { why: `“${cell.label}”显示的是“${given.text}”，单元格里的值是“${given.raw}”，请核对` };
  }
  if (behind && !behind.refused && NOT_SHOWN.test(half(given.text))) return { value: behind.value };
  if (OTHER_UNIT.test(half(given.text))) return { why: `“${cell.label}”的单位应为${unit}（粘贴的是“${given.text}”）` };
  return { why: shown.refused.replace(/（录入的是“[^]*”）$/, `（粘贴的是“${[...given.text].slice(0, 40).join("")}”）`) };
}

function withoutUnit(cell, text, unit) {
  const bare = half(text);
  const number = bare.endsWith(unit) ? bare.slice(0, -unit.length) : null;
  if (cell.kind.startsWith("money")) return number === null ? text : number;
  return (number === null ? bare.replace(MEASURES, "") : number).replace(WHOLE, "$1");
}
