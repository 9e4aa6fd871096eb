// The box of a table in which a person stands, and how. Moving: its whole value is selected, typing
// replaces it, arrows go to the neighbours. Editing (F2, or a second click): the caret is his. Esc
// puts back what stood there when the box was entered. Announces "moved" and "typed".

export class Cursor extends EventTarget {
  constructor({ draft, grids, edits }) {
    super();
    Object.assign(this, { draft, grids, edits, key: "", editing: false, entered: null });
    draft.form.addEventListener("focusin", ({ target }) => this.enter(target.name));
    draft.form.addEventListener("focusout", ({ target }) => this.leave(target));
    draft.form.addEventListener("input", ({ target }) => {
      if (target.name === this.key) this.dispatchEvent(new CustomEvent("typed"));
    });
    // Somebody may type before the scripts have arrived: his selection stays as it is.
    const { name } = document.activeElement || {};
    if (grids.has(name)) Object.assign(this, { key: name, entered: draft.shown(name) });
    // What has come from elsewhere than typing is what Esc must not take away.
    draft.addEventListener("change", ({ detail }) => {
      if (detail.source !== "typed" && detail.keys.includes(this.key)) this.entered = draft.value(this.key);
    });
  }

  get box() { return this.draft.box(this.key); }

  enter(key) {
    if (!this.grids.has(key) || key === this.key) return;
    this.key = key;
    this.entered = this.draft.value(key);
    this.move();
    this.dispatchEvent(new CustomEvent("moved"));
  }

  // A nameless button that is left is no box; another window in front does not mean that one was.
  leave(box) {
    if (!this.key || box.name !== this.key || document.activeElement === box) return;
    this.edit(false);
    dropOwnUndo(box);
    this.key = "";
    this.dispatchEvent(new CustomEvent("moved"));
  }

  goTo(key) {
    const box = this.draft.box(key);
    box.focus();
    box.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  move() {
    this.edit(false);
    this.box.select();
  }

  edit(on) {
    this.editing = on && !this.box.readOnly;
    this.box.classList.toggle("is-editing", this.editing);
  }

  editAtEnd() {
    this.edit(true);
    if (!this.editing) return;
    const { length } = this.box.value;
    this.box.setSelectionRange(length, length);
  }

  // Whether there was anything to put back or to end.
  restore() {
    const was = this.editing;
    const changed = this.edits.apply({ [this.key]: this.entered }, "typed").length > 0;
    if (was || changed) this.move();
    return was || changed;
  }
}

// The browser has one undo for all boxes and texts of a page: Ctrl+Z in a text would reach back into
// the tables, out of sight. A box that is another kind for a moment loses its part of it.
function dropOwnUndo(box) {
  box.type = "tel";
  box.type = "text";
}
