// All findings on the page: the identities are judged here, at once; what the server found besides
// stays until it answers again; text that is no number is refused here in the server's own words.
import { judge } from "../equations.js";
import { withoutUnsaved } from "./blanks.js";

export class Findings extends EventTarget {
  constructor(draft, queue) {
    super();
    this.draft = draft;
    this.queue = queue;
    this.live = new Set(draft.facts.equations.map((equation) => equation.code));
    this.take(draft.facts.findings);
    this.all = [];
    this.judged = new Map(); // equation → the finding as it was last made
    draft.addEventListener("change", () => this.judge());
    this.judge();
  }

  // The server has judged again.
  hear(findings) {
    this.take(findings);
    this.judge();
  }

  take(findings) {
    this.fromServer = findings;
    const hinted = findings.filter(({ repairs }) => repairs && repairs.length);
    this.hints = new Map(hinted.map((finding) => [nameOf(finding), finding.repairs]));
  }

  judge() {
    const { equations } = this.draft.facts;
    const unsaved = [...this.unsaved()];
    const told = new Set(unsaved.map((finding) => finding.cells[0]));
    const others = this.fromServer
      .filter((finding) => !this.live.has(finding.code))
      .map((finding) => withoutUnsaved(finding, told, this.draft))
      .filter(Boolean);
    const identities = equations.map((equation) => this.identity(equation)).filter(Boolean);
    this.all = [...unsaved, ...identities, ...others].sort(inOrder);
    this.dispatchEvent(new CustomEvent("judged"));
  }

  // Where to look for a difference is worked out by the server; it holds for the very same figures.
  hinted(finding) {
    const repairs = this.hints.get(nameOf(finding));
    return repairs ? Object.assign(finding, { repairs }) : finding;
  }

  // What has not changed stays the very same object, so that nobody draws it again.
  identity(equation) {
    const finding = judge(equation, this.draft.figures);
    if (!finding) return null;
    this.hinted(finding);
    const before = this.judged.get(equation);
    if (before && before.message === finding.message && before.repairs === finding.repairs) return before;
    this.judged.set(equation, finding);
    return finding;
  }

  *unsaved() {
    const told = new Set();
    for (const [key, message] of this.draft.refused) {
      told.add(key);
      yield this.refusal(key, message);
    }
    for (const [key, held] of this.queue.held) {
      if (held.state === "refused" && !told.has(key)) yield this.refusal(key, held.message);
    }
  }

  refusal(key, message) {
    const cell = this.draft.cell(key);
    return { code: "unsaved", severity: "error", cells: [key], section: cell ? cell.section : null, message };
  }

  // kind: error, open, warning or note. What is explained is done.
  count(kind) {
    return this.all.filter((one) => kindOf(one) === kind && !one.explanation).length;
  }
}

// The same sentence about the same cells is the same finding.
function nameOf({ message, cells }) { return `${message} ${cells.join(" ")}`; }

const NOT_FILLED = new Set(["blank", "section-blank"]);

// A fresh draft is not called wrong: "open" is what is merely not filled in yet.
export function kindOf(finding) {
  return NOT_FILLED.has(finding.code) ? "open" : finding.severity;
}

const ORDER = ["error", "warning", "note"];

// Errors first, then in the order of the sections, as the server lists them.
function inOrder(a, b) {
  return ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || (a.section || 0) - (b.section || 0);
}
