// F4 goes from a box to what can be done about it, which Tab would reach only through all the boxes
// that come after, and back. In 本格 Esc leads back too.

export function goToHere({ draft, card }) {
  const side = card.closest(".side");
  let from = null; // the box that 本格 tells of; it is marked while one is there

  const isSeen = (one) => one.getClientRects().length > 0;

  draft.form.addEventListener("focusin", ({ target }) => {
    if (from) from.classList.remove("is-left");
    from = draft.boxes.has(target.name) ? target : null;
  });
  card.addEventListener("focusin", () => { if (from) from.classList.add("is-left"); });
  draft.form.addEventListener("keydown", (event) => {
    if (event.key !== "F4" || isMore(event) || !draft.boxes.has(event.target.name) || card.hidden) return;
    event.preventDefault();
    [...card.querySelectorAll("button, summary")].find(isSeen).focus();
  });
  side.addEventListener("keydown", (event) => {
    const leaves = event.key === "F4" || (event.key === "Escape" && card.contains(event.target));
    if (!leaves || isMore(event) || !from) return;
    event.preventDefault();
    from.focus();
  });
}

const isMore = (event) => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing;
