// Hears what is typed, also before the scripts had arrived. Half-composed Pinyin is not typed yet; a
// number that is left is tidied.

export function listenToTyping(draft) {
  const typed = ({ target }) => {
    if (draft.box(target.name) === target && !draft.computed.has(target.name)) draft.typed(target.name);
  };
  draft.form.addEventListener("input", (event) => { if (!event.isComposing) typed(event); });
  draft.form.addEventListener("compositionend", typed);
  draft.form.addEventListener("focusout", ({ target }) => {
    const key = target.name;
    if (draft.box(key) === target && draft.isFigure(key) && !draft.refused.has(key)) draft.write(key, draft.figures[key]);
  });
  // Without the scripts the form would be sent whole; with them it is saved already.
  draft.form.addEventListener("submit", (event) => event.preventDefault());
  for (const key of draft.typedKeys()) if (draft.value(key) !== draft.shown(key)) draft.typed(key);
}
