// What a typed number means. Agrees with reports/figures.py, which decides; the golden file
// numbers.json is read by the tests of both.

export const LARGEST = 999999999;

const DECIMALS = { money_wan_yuan: 6, money_yuan: 2 };
const UNITS = { money_wan_yuan: "万元", money_yuan: "元" };

const MINUS = /[−–—﹣]/g;
// Full-width forms alone: normalize("NFKC") would read ① and ² as digits.
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const SPACED = /[0-9][\s\x1c-\x1f\x85]+[0-9]/;
const EDGES = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g;
const GROUPED = /^[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?$/;
const NUMBER = /^([+-]?)([0-9]+)(?:\.([0-9]+))?$/;
const EXPONENT = /^[+-]?[0-9.]+e[+-]?[0-9]+$/i;

// {value} (an integer, money as a decimal string, null for blank) or {refused: why, in words}.
// cell: {label, kind} as the form declares them.
export function clean(cell, raw) {
  let text = plain(raw);
  if (!text) return { value: null };
  if (SPACED.test(text)) return refused(cell, "的数字中间有空格，请核对后重新录入", raw);
  if (text.includes(",")) {
    if (!GROUPED.test(text.replace(/^[+-]+/, ""))) {
      return refused(cell, "的千位分隔符位置不对，请直接录入数字", raw);
    }
    text = text.replace(/,/g, "");
  }
  return number(cell, text, raw);
}

// Half-width, without white space around it or invisible characters anywhere.
function plain(raw) {
  const half = raw.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  return half.replace(INVISIBLE, "").replace(MINUS, "-").replace(EDGES, "");
}

function number(cell, text, raw) {
  const match = NUMBER.exec(text);
  if (!match) {
    const exponent = EXPONENT.test(text);
    const why = exponent ? "不能用科学计数法，请录入完整数字" : "只能录入数字，没有的填0";
    return refused(cell, why, raw);
  }
  const [, sign, whole, fraction] = match;
  const signed = cell.kind === "signed_count";
  if (sign === "-" && !signed) return refused(cell, "不能是负数", raw);
  if (sign === "+" && !signed) return refused(cell, "不需要加号，请直接录入数字", raw);
  if (whole.replace(/^0+/, "").length > String(LARGEST).length) {
    return refused(cell, `超过了${LARGEST}，请核对位数`, raw);
  }
  return cell.kind in DECIMALS ? money(cell, whole, fraction, raw) : count(cell, text, raw);
}

function count(cell, text, raw) {
  if (text.includes(".")) return refused(cell, "应为整数，不能有小数", raw);
  return { value: Number(text) + 0 };
}

function money(cell, whole, fraction, raw) {
  const places = DECIMALS[cell.kind];
  if (fraction && fraction.length > places) {
    return refused(cell, `最多${places}位小数，单位是${UNITS[cell.kind]}`, raw);
  }
  const units = whole.replace(/^0+(?=[0-9])/, "");
  return { value: fraction ? `${units}.${fraction}` : units };
}

function refused(cell, why, raw) {
  const typed = [...raw.replace(EDGES, "")].slice(0, 40).join("");
  return { refused: `“${cell.label}”${why}（录入的是“${typed}”）` };
}

// The figure as a report prints it.
export function printed(figure) {
  return figure === null || figure === undefined ? "" : String(figure);
}
