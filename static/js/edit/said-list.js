// Below a text: what it says of cells, one line each, with the way to the cells and 按表更新. The same
// for keyboards and screen readers as the lines under the numbers are for the eye.
import { made } from "./said-layer.js";
import { unmoved } from "./unmoved.js";

export class List {
  constructor(part, ways) {
    this.part = part;
    this.ways = ways;
    this.fold = made("details", "said-fold");
    this.fold.hidden = true;
    this.tally = made("summary");
    this.list = made("ul", "said-list");
    this.line = made("p", "said-told");
    this.line.setAttribute("role", "status");
    this.fold.append(this.tally, this.list);
    part.area.closest(".prose-pair").nextElementSibling.after(this.fold, this.line);
  }

  draw({ claims, found }) {
    if (this.fold.hidden !== !claims.length) unmoved(this.part.area.form, () => { this.fold.hidden = !claims.length; });
    while (this.list.children.length > claims.length) this.list.lastElementChild.remove();
    while (this.list.children.length < claims.length) this.list.append(this.item(this.list.children.length));
    claims.forEach((claim, n) => fill(this.list.children[n], claim, found[n]));
    say(this.tally, tallied(found));
    this.fold.classList.toggle("is-wrong", found.some(({ verdict }) => verdict === "disagrees"));
  }

  item(n) {
    const item = made("li");
    const go = button("link", "", () => this.ways.toCells(this.part, n));
    const put = button("btn btn-small", "按表更新", () => this.ways.rewrite(this.part, n));
    item.append(go, made("span", "said-has"), put);
    return item;
  }

  tell(words) { say(this.line, words); }
}

function fill(item, claim, one) {
  const [go, has, put] = item.children;
  item.className = `said-one said-one-${one.verdict}`;
  say(go, `“${claim.quoted}”`);
  say(has, `${claim.text}：${worded(claim, one)}`);
  if (put.hidden === one.fits) put.hidden = !one.fits;
}

const WORDS = { agrees: "与表一致", unknown: "表中还没有填齐，暂不核对", part: "同一段中几处合计或者其中一处与表一致" };

// What a comparison comes to, in words.
export function worded(claim, { verdict, says }) {
  if (verdict === "disagrees") return `与表不一致，${says}`;
  if (verdict === "unknown" && claim.last.includes(null)) return "没有上年的数，不核对";
  return WORDS[verdict];
}

function tallied(found) {
  const wrong = found.filter(({ verdict }) => verdict === "disagrees").length;
  return `正文说到表中的数 ${found.length} 处，${wrong ? `${wrong} 处与表不一致` : "没有与表不一致的"}`;
}

export function button(className, words, act) {
  const one = Object.assign(made("button", className), { type: "button", textContent: words });
  one.addEventListener("click", act);
  return one;
}

export function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
