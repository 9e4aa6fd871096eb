// Draws what a paste would change: old → new in the rows and columns of the form, and above it what
// does not agree, what is left to choose, and what is not taken.
import { printed } from "../figures.js";
import { last } from "./columns.js";

const MOST = 50; // unmatched rows that are named

export function drawPreview({ dialog, form, draft, prefills, aligned, planned }) {
  const find = (name) => dialog.querySelector(`[data-paste-${name}]`);
  const typed = planned.changes.filter(({ key }) => !draft.computed.has(key));
  const standing = planned.changes.filter(({ key }) => draft.computed.has(key) && key in planned.values);
  const waiting = typed.filter(({ key }) => prefills.waiting(key)).length;
  find("summary").textContent = summary(draft, aligned, planned, { count: typed.length, waiting });
  list(find("gaps"), find("gap-list"), planned.gaps.map((gap) => gapWords(draft, gap)));
  list(find("doubts"), find("doubt-list"), [...unmatchedWords(aligned.unmatched), ...planned.doubts.map(({ text }) => text)]);
  find("marks").hidden = planned.marks.length === 0;
  find("mark-words").textContent = `有${planned.marks.length}格是“-”“/”“无”等，怎样填写`;
  find("tables").replaceChildren(...form.map((block) => table(block, draft, aligned, planned, prefills)).filter(Boolean));
  const count = typed.length + standing.length;
  find("confirm").disabled = count === 0;
  find("confirm").textContent = count ? `确认粘贴${count}格` : "没有要改动的内容";
}

function summary(draft, aligned, planned, { count, waiting }) {
  const words = [`将填写或改动${count}格，合计随之更新`];
  if (waiting) words.push(`其中${waiting}格原有待确认的数，确认粘贴后不再采用`);
  if (planned.same) words.push(`${planned.same}格与现有数字相同`);
  if (planned.unsummed.length) words.push(`${planned.unsummed.length}个总计因各项没有填齐，未作核对`);
  const [first] = aligned.cells;
  const way = aligned.way === "position" && first ? `没有行名和列标题，按位置对应，从“${draft.cell(first.key).label}”开始。` : "";
  const turned = aligned.turned ? "粘贴的表行列与本表相反，已按名称对应。" : "";
  const shifted = way && planned.gaps.length > 2 ? "不一致的总计较多，请核对起始格是否点对。" : "";
  return `${way}${turned}${words.join("；")}。空白单元格不改动。${shifted}`;
}

function gapWords(draft, { key, pasted, sum }) {
  return `${draft.cell(key).label}：粘贴的是${pasted}，各项之和是${sum}，差${Math.abs(pasted - sum)}`;
}

// Rows without a name are one line, and so are rows of a table that is quite another.
function unmatchedWords(rows) {
  const named = rows.filter(({ label }) => label);
  const [first] = rows.filter(({ label }) => !label);
  const words = named.slice(0, MOST).map(({ place, label, figures }) => `${place}“${label}”：表中没有对应的行${figures ? `（${figures}）` : ""}`);
  if (named.length > MOST) words.push(`${named[MOST].place}“${named[MOST].label}”等${named.length - MOST}行：表中没有对应的行`);
  if (first) words.push(`${first.place}等${rows.length - named.length}行没有行名，不能确定是哪一行（${first.figures}…）`);
  return words;
}

function list(part, items, words) {
  part.hidden = words.length === 0;
  items.replaceChildren(...words.map((said) => made("li", said)));
}

// The block's rows that the paste touches; a block of one row without a name stands on its side.
function table(block, draft, aligned, planned, prefills) {
  const touched = new Set([...aligned.cells.map(({ key }) => key), ...planned.changes.map(({ key }) => key)]);
  const rows = block.rows.filter(({ keys }) => keys.some((key) => touched.has(key)));
  if (!rows.length) return null;
  const drawn = made("table", "", "paste-table");
  const change = new Map(planned.changes.map((one) => [one.key, one]));
  const odd = new Set([...planned.marks, ...planned.doubts.map(({ key }) => key)]);
  const figure = (key) => cell(key, { draft, prefills, change: change.get(key), odd: odd.has(key), touched: touched.has(key) });
  if (block.rows[0].labels.length) {
    const head = line([made(block.title ? "th" : "td", block.title), ...block.columns.map((path) => heading(last(path), "col"))]);
    drawn.append(section("thead", block.isList ? [] : [head]), section("tbody", rows.map(({ labels, keys }) => line([heading(last(labels), "row"), ...keys.map(figure)]))));
  } else {
    drawn.append(section("tbody", block.columns.map((path, n) => line([heading(path.join(" "), "row"), figure(rows[0].keys[n])]))));
  }
  return drawn;
}

function cell(key, { draft, prefills, change, odd, touched }) {
  const drawn = made("td", "", draft.computed.has(key) ? "is-total" : "");
  const stands = printed(draft.figures[key]);
  if (change) {
    drawn.classList.add("is-changed");
    drawn.append(made("span", before(change, prefills.waiting(key)), "paste-old"), " → ", made("b", printed(change.after) || "空"));
  } else if (odd) {
    drawn.classList.add("is-odd");
    drawn.textContent = stands ? `${stands}（不改）` : "不填";
  } else {
    drawn.textContent = stands;
    if (!touched) drawn.classList.add("is-untouched");
  }
  return drawn;
}

// What stands in the box, with what waits there and gives way, too.
function before(change, waiting) {
  const stands = printed(change.before) || (waiting ? "" : "空");
  return waiting ? `${stands}（待确认 ${waiting.value}）` : stands;
}

function heading(words, scope) {
  const drawn = made("th", words);
  drawn.scope = scope;
  return drawn;
}

function line(cells) {
  const drawn = made("tr");
  drawn.append(...cells);
  return drawn;
}

function section(name, lines) {
  const drawn = made(name);
  drawn.append(...lines);
  return drawn;
}

function made(name, text = "", className = "") {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}
