// Writes the sentence of the fee figures while they are typed: a whole one or none, as the document.
import { printed } from "../figures.js";

const INCOMPLETE = "三项填齐后自动成句。";

export function writeFeeSentence(draft) {
  const output = draft.form.querySelector("[data-fee-sentence]");
  if (!output) return; // an edition without fees
  const pattern = draft.facts.fee_sentence;
  function write() {
    const blank = draft.typedKeys().some((key) => key.startsWith("fees.") && !printed(draft.figures[key]));
    const sentence = blank
      ? INCOMPLETE
      : pattern.replace(/\{(\w+)\}/g, (_, id) => printed(draft.figures[`fees.${id}`]));
    if (output.textContent !== sentence) output.textContent = sentence;
  }
  draft.addEventListener("change", ({ detail }) => {
    if (detail.keys.some((key) => key.startsWith("fees."))) write();
  });
  write();
}
