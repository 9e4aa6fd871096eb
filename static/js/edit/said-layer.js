// Underlines in a text area what its text says of cells: a second text of the same measures lies over
// it, unseen but for the lines. It takes no clicks and no place, and screen readers pass it by.

const MEASURES = [
  "fontFamily", "fontSize", "fontStyle", "fontWeight", "fontVariant", "fontKerning", "fontFeatureSettings", "lineHeight",
  "letterSpacing", "wordSpacing", "textIndent", "textAlign", "textRendering", "textSpacingTrim", "textAutospace", "tabSize",
  "wordBreak", "lineBreak", "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth",
];

export class Layer {
  constructor(area) {
    this.area = area;
    this.marks = [];
    this.outer = made("div", "said-layer");
    this.outer.setAttribute("aria-hidden", "true");
    this.inner = made("div", "said-text");
    this.outer.append(this.inner);
    area.parentElement.insertBefore(this.outer, area);
    new ResizeObserver(() => this.place()).observe(area);
    area.addEventListener("scroll", () => this.follow());
  }

  place() {
    const { area, outer, inner } = this;
    const style = getComputedStyle(area);
    for (const name of MEASURES) if (style[name]) inner.style[name] = style[name];
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = area;
    Object.assign(outer.style, { left: `${offsetLeft}px`, top: `${offsetTop}px`, width: `${offsetWidth}px`, height: `${offsetHeight}px` });
    this.follow();
  }

  // A box that was drawn smaller than its text scrolls.
  follow() { this.inner.style.transform = `translateY(${-this.area.scrollTop}px)`; }

  draw({ text, claims, found }) {
    if (text !== this.text || claims !== this.claims) this.write(text, claims);
    this.marks.forEach((mark, n) => {
      const name = `said-${found[n].verdict}`;
      if (mark.className !== name) mark.className = name;
    });
  }

  write(text, claims) {
    Object.assign(this, { text, claims });
    this.marks = claims.map(({ start, end }) => Object.assign(made("span"), { textContent: text.slice(start, end) }));
    let at = 0;
    const pieces = claims.flatMap(({ start, end }, n) => {
      const before = text.slice(at, start);
      at = end;
      return [before, this.marks[n]];
    });
    // How a line is broken depends on what follows in its paragraph, and on nothing behind that.
    const [rest] = claims.length ? text.slice(at).split("\n", 1) : [""];
    this.inner.replaceChildren(...pieces, rest);
  }

  // The claim that is shown at that point of the window; -1 where there is none.
  claimAt(x, y) {
    const isIn = ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
    return this.marks.findIndex((mark) => [...mark.getClientRects()].some(isIn));
  }
}

export function made(tag, className = "") {
  return Object.assign(document.createElement(tag), { className });
}
