// Beside the findings of text against table: the way to the sentence, and 按表更新. The panel draws the
// findings; what is added here stays with their elements.
import { button } from "./said-list.js";
import { made } from "./said-layer.js";

export function tellInFindings({ parts, findings, panel, ways }) {
  return () => {
    for (const item of panel.querySelectorAll('[data-code^="said-"]')) {
      const acts = item.querySelector(".said-acts") || added(item);
      acts.claim = claimOf(item);
      const { part, n } = acts.claim || {};
      acts.hidden = !part;
      acts.lastElementChild.hidden = !part || !part.found[n].fits;
    }
  };

  // The number in the text that a finding is about.
  function claimOf(item) {
    const { go, goSection } = item.querySelector("[data-go]").dataset;
    const finding = item.finding || findings.all.find(
      (one) => one.code === item.dataset.code && one.cells.join(" ") === go && String(one.section || "") === goSection,
    );
    const part = finding && parts.find(({ name }) => name === String(finding.section || "preamble"));
    const n = part ? part.claims.findIndex((claim, at) => isAbout(finding, claim, part.found[at])) : -1;
    return n < 0 ? null : { part, n };
  }

  function added(item) {
    const acts = made("p", "finding-act said-acts");
    acts.append(
      button("btn btn-small", "看正文", () => ways.toText(acts.claim.part, acts.claim.n)),
      " ",
      button("btn btn-small", "按表更新", () => ways.rewrite(acts.claim.part, acts.claim.n)),
    );
    item.insertBefore(acts, item.querySelector("[data-explain]"));
    return acts;
  }
}

function isAbout(finding, claim, { verdict, cells, of }) {
  const isQuoted = finding.message.includes(`“${claim.quoted}”`);
  return isQuoted && verdict === "disagrees" && [...cells, ...of].join(" ") === finding.cells.join(" ");
}
