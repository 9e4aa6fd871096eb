"""What axe-core leaves to others: width, the edges of controls, the size of what is pressed."""

from __future__ import annotations

from playwright.sync_api import Page

LIGHT = """
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map(
      (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const colour = (words) => (words.match(/[\\d.]+/g) || []).map(Number);
  const isSeen = ([, , , alpha = 1]) => alpha > 0.9;
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const groundOf = (e) => {
    for (let one = e; one; one = one.parentElement) {
      const ground = colour(getComputedStyle(one).backgroundColor);
      if (isSeen(ground)) return ground;
    }
    return [255, 255, 255];
  };
  const told = (e) => e.outerHTML.slice(0, 100).replace(/\\s+/g, " ");
  const isShown = (e) => {
    const { width, height, bottom } = e.getBoundingClientRect();
    const isClipped = getComputedStyle(e).clipPath === "inset(50%)"; // for screen readers alone
    return e.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
      && !isClipped && bottom + scrollY > 0;
  };
"""
"""Words of the scripts below: relative luminance and contrast as WCAG 2.2 defines them."""

PALE = (
    "() => {"
    + LIGHT
    + """
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  const isDrawn = (e, side, ground) => {
    const style = getComputedStyle(e);
    const ink = colour(style[`border${side}Color`]);
    const isThere = parseFloat(style[`border${side}Width`]) > 0 && isSeen(ink);
    return isThere && contrast(ink, ground) >= 3;
  };
  const isFramed = (e) => SIDES.every((side) => isDrawn(e, side, groundOf(e.parentElement)));
  const WHITE = [255, 255, 255];
  const isRuled = (table) => ["Top", "Left"].every((side) => isDrawn(table, side, WHITE))
    && [...table.querySelectorAll("th, td")].every(
      (cell) => ["Right", "Bottom"].every((side) => isDrawn(cell, side, WHITE)));
  const fillsCell = (e) => e.closest(".statute td") && isRuled(e.closest("table"));
  const stands = (e) => contrast(groundOf(e), groundOf(e.parentElement)) >= 3;
  const TICKS = new Set(["checkbox", "radio", "hidden", "file", "range"]);
  return [...document.querySelectorAll("input, select, textarea, .btn")]
    .filter((e) => !TICKS.has(e.type) && !e.disabled && isShown(e))
    .filter((e) => !isFramed(e) && !stands(e) && !fillsCell(e))
    .map(told);
}"""
)
"""Controls without an edge, or ground, of 3 : 1 against what they stand on (1.4.11). A box that
fills a cell of a ruled table has the table's lines for an edge; ticks are the browser's own."""

SMALL = (
    "() => {"
    + LIGHT
    + """
  const TARGETS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const inSentence = (e) => getComputedStyle(e).display === "inline"
    && [...e.parentElement.childNodes].some((one) => one.nodeType === 3 && one.textContent.trim());
  const area = (e) => [e, ...(e.labels || [])].filter(isShown)
    .map((one) => one.getBoundingClientRect()).reduce((a, b) => ({
      left: Math.min(a.left, b.left), right: Math.max(a.right, b.right),
      top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom),
    }));
  const isLow = ({ left, right, top, bottom }) => Math.min(right - left, bottom - top) < 23.9;
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const away = ([x, y], { left, right, top, bottom }) =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  const all = [...document.querySelectorAll(TARGETS)].filter((e) => !e.disabled && isShown(e))
    .filter((e) => !document.querySelector("dialog[open]") || e.closest("dialog[open]"))
    .map((e) => ({ e, at: area(e), sentence: inSentence(e) }));
  const isNear = (one, other) => {
    if (one === other || one.e.contains(other.e) || other.e.contains(one.e)) return false;
    if (away(middle(one.at), other.at) < 12) return true;
    const [[x, y], [u, v]] = [middle(one.at), middle(other.at)];
    return isLow(other.at) && Math.hypot(x - u, y - v) < 24;
  };
  const isCrowded = (one) => all.some((other) => isNear(one, other));
  return all.filter((one) => isLow(one.at) && !one.sentence && isCrowded(one))
    .map(({ e }) => told(e));
}"""
)
"""What is pressed and is under 24 × 24 px (2.5.8), but for the exceptions that the criterion makes:
a link in a sentence, and a target round whose middle 24 px are free of others. A label counts to
its field."""


SPACED = """(on) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = on ? [sheet] : [];
}"""
CUT = (
    "() => {"
    + LIGHT
    + """
  const isCut = (e) => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(e);
    if (textOverflow === "ellipsis") return false;
    return (overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1)
      || (overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1);
  };
  return [...document.body.querySelectorAll("*")]
    .filter((e) => isShown(e) && e.textContent.trim() && isCut(e)).map(told);
}"""
)
"""Words that are cut off where they stand; what ends in … is said in full elsewhere."""


def spaced(page: Page) -> list[str]:
    """What is cut off, or widens the page, when words are set as far apart as 1.4.12 asks for."""
    page.evaluate(SPACED, True)
    told = [*(f"cut off when spaced: {one}" for one in page.evaluate(CUT)), *_too_wide(page)]
    page.evaluate(SPACED, False)
    return told


def measured(page: Page) -> list[str]:
    """Everything found in the page as it is shown now, one line each."""
    return [
        *_too_wide(page),
        *(f"pale edge: {one}" for one in page.evaluate(PALE)),
        *(f"small target: {one}" for one in page.evaluate(SMALL)),
        *spaced(page),
    ]


def _too_wide(page: Page) -> list[str]:
    over: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [f"wider than the window by {over}px"] if over > 0 else []
