// Whether what the text says is what the tables have. The server finds what is said and describes it
// (reports/checks/narrative/described.py); here it is only compared, as comparing.py does. The golden
// file claims.json is read by the tests of both.

// What each total of the form stands beside, of cells by their ids: {total: [cells of its row]}.
export function totalsOf(cells) {
  const isTotal = (cell) => cell.endsWith(".total");
  const row = (cell) => cell.slice(0, cell.lastIndexOf(".") + 1);
  return Object.fromEntries(
    cells.filter(isTotal).map((total) => [total, cells.filter((cell) => cell !== total && cell.startsWith(row(total)))]),
  );
}

// claims: as described; totals: of all cells; figures: {cell: number or null}.
// → for each {verdict: agrees, disagrees, unknown or part; cells, of; says: what the tables have, in
// words; fits: whether the number may be rewritten}
export function compareAll(claims, figures, totals) {
  const sheet = { figures, totals };
  return claims.map((claim) => among(claims, claim, compare(claim, sheet), sheet));
}

// What disagrees alone may be one of several parts: then another of them is right, or their sum.
function among(claims, claim, alone, sheet) {
  if (alone.verdict !== "disagrees" || claim.group === null) return alone;
  const same = claims.filter((one) => one.group === claim.group);
  const agree = [...same, together(claim, same)].some((one) => compare(one, sheet).verdict === "agrees");
  return agree ? { ...alone, verdict: "part", fits: false } : alone;
}

function together(claim, same) {
  const scale = Math.max(...same.map((one) => one.scale));
  const value = same.reduce((sum, one) => sum + one.value * (scale / one.scale), 0);
  return { ...claim, scale, value, allowed: claim.allowed * (scale / claim.scale) };
}

// It agrees if it is right in one of the ways in which it may be meant, and disagrees only if it is
// wrong in all of them.
function compare(claim, sheet) {
  const ways = claim.ways.map((way, n) => WAYS[claim.kind](claim, way, sheet, n));
  const right = ways.find(({ verdict }) => verdict === "agrees");
  const open = ways.some(({ verdict }) => verdict === "unknown");
  const found = right || (open ? { verdict: "unknown", way: claim.ways[0] } : ways[0]);
  return told(claim, found);
}

const WAYS = { count: counted, zero: counted, percent: shared, change: changed };

function counted(claim, way, sheet, n) {
  const found = sums(way.cells, sheet);
  const less = summed(claim.less, sheet);
  const more = less.exact && n === 0 ? found.filter(({ exact }) => exact).map((one) => sum(one.least - less.least, true)) : [];
  const verdicts = [...found, ...more].map((one) => judged(claim, one.least, 1, one.exact));
  return { verdict: BEST.find((one) => verdicts.includes(one)), way, has: found[0].least, exact: found[0].exact };
}

const BEST = ["agrees", "unknown", "disagrees"];

// The share in the likeliest whole; in another one only if it is right there.
function shared(claim, way, sheet) {
  const part = summed(way.cells, sheet);
  const found = claim.of.map((of) => {
    const whole = summed(of.cells, sheet);
    if (!whole.exact || !whole.least) return { verdict: "unknown", way, of };
    const verdict = judged(claim, 100 * part.least, whole.least, part.exact);
    return { verdict, way, of, has: tenths(100 * part.least, whole.least), exact: part.exact };
  });
  return found.find(({ verdict }) => verdict === "agrees") || found[0];
}

function changed(claim, way, sheet, n) {
  const now = summed(way.cells, sheet);
  const last = claim.last[n];
  if (!now.exact || last === null || (claim.percent && !last)) return { verdict: "unknown", way };
  const change = now.least - last;
  if (!claim.percent) return { verdict: judged(claim, change, 1, true), way, has: change, exact: true };
  return { verdict: judged(claim, 100 * change, last, true), way, has: tenths(100 * change, last), exact: true };
}

// value against part/whole, in whole numbers: nothing is rounded.
function judged({ value, allowed, scale }, part, whole, exact) {
  const over = part * scale - value * whole;
  if (exact) return Math.abs(over) <= allowed * whole ? "agrees" : "disagrees";
  return over > allowed * whole ? "disagrees" : "unknown";
}

// As printed and, where a total is wrong, as it should be.
function sums(cells, sheet) {
  const asPrinted = cells.map((cell) => printed(cell, sheet));
  const asAdded = cells.map((cell, n) => added(cell, sheet) || asPrinted[n]);
  const found = [all(asPrinted), all(asAdded)];
  return found[0].least === found[1].least && found[0].exact === found[1].exact ? [found[0]] : found;
}

function summed(cells, sheet) { return all(cells.map((cell) => printed(cell, sheet))); }

function all(parts) {
  return sum(parts.reduce((least, part) => least + part.least, 0), parts.every(({ exact }) => exact));
}

// What is not filled in is unknown, never 0; what stands beside it sets a least value.
function printed(cell, sheet) {
  const figure = sheet.figures[cell];
  return isKnown(figure) ? sum(Number(figure), true) : added(cell, sheet) || sum(0, false);
}

function added(cell, { figures, totals }) {
  if (!totals[cell]) return null;
  const known = totals[cell].map((one) => figures[one]).filter(isKnown);
  return sum(known.reduce((least, figure) => least + Number(figure), 0), known.length === totals[cell].length);
}

function isKnown(figure) { return figure !== null && figure !== undefined; }
function sum(least, exact) { return { least, exact }; }

// A percentage to a tenth, halves away from 0, as words say it.
function tenths(part, whole) {
  const size = Math.floor((20 * Math.abs(part) + whole) / (2 * whole)) / 10;
  return { sign: Math.sign(part), words: size.toFixed(1) };
}

function told(claim, { verdict, way, of, has, exact }) {
  const cells = { verdict, cells: way.cells, of: of ? of.cells : [] };
  if (has === undefined) return { ...cells, says: "", fits: false };
  const { sign, words } = typeof has === "number" ? { sign: Math.sign(has), words: String(Math.abs(has)) } : has;
  const isTurned = claim.kind === "change" && sign < 0 !== claim.value < 0;
  const says = claim.says[claim.says.length > 1 ? sign + 1 : 0];
  const values = { cells: way.name, of: of ? of.name : "", least: exact ? "" : "至少", has: words };
  return {
    ...cells,
    says: says.replace(/\{(\w+)\}/g, (_, name) => values[name]),
    fits: verdict === "disagrees" && exact && claim.sure && !isTurned,
  };
}
