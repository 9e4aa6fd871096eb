// Names of colleagues while one writes "@": a list under the box, by keys or mouse. Asked for when the
// first "@" is written; without it a name typed in full does the same.

const CALLED = /[@＠]([^\s@＠]{0,20})$/;

let open = null; // {area, list, start, at}: the box, the list, where its "@" stands, the option chosen

// Shows who of `names` may be meant at the caret, or nobody. Says how many.
export function offerNames(area, names) {
  close();
  const before = area.value.slice(0, area.selectionStart);
  const called = CALLED.exec(before);
  const found = called ? names.filter((name) => name.includes(called[1]) && name !== called[1]) : [];
  if (!found.length || document.activeElement !== area) return "";
  const list = listOf(found);
  area.after(list);
  open = { area, list, start: before.length - called[0].length, at: 0 };
  area.setAttribute("aria-controls", list.id);
  choose(0);
  return `${found.length}位同事，按上下键选择，按回车键填入`;
}

function listOf(names) {
  const list = document.createElement("ul");
  list.className = "comment-names";
  list.id = "comment-names";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "提醒同事");
  list.append(...names.map((name, n) => {
    const option = document.createElement("li");
    option.id = `comment-name-${n}`;
    option.setAttribute("role", "option");
    option.textContent = name;
    return option;
  }));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", ({ target }) => {
    if (!target.matches("[role=option]")) return;
    open.at = [...list.children].indexOf(target);
    take();
  });
  return list;
}

function choose(at) {
  const options = [...open.list.children];
  open.at = (at + options.length) % options.length;
  options.forEach((option, n) => option.setAttribute("aria-selected", String(n === open.at)));
  open.area.setAttribute("aria-activedescendant", options[open.at].id);
  options[open.at].scrollIntoView({ block: "nearest" });
}

function take() {
  const { area, list, start, at } = open;
  area.setRangeText(`@${list.children[at].textContent} `, start, area.selectionStart, "end");
  close();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function close() {
  if (!open) return;
  open.list.remove();
  for (const name of ["aria-controls", "aria-activedescendant"]) open.area.removeAttribute(name);
  open = null;
}

const ACTS = {
  ArrowDown: () => choose(open.at + 1),
  ArrowUp: () => choose(open.at - 1),
  Enter: take,
  Escape: close,
};

document.addEventListener("keydown", (event) => {
  if (!open || event.target !== open.area || event.isComposing || event.ctrlKey || event.metaKey) return;
  const act = ACTS[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}, true);
document.addEventListener("focusout", ({ target }) => { if (open && target === open.area) close(); });
// Elsewhere in the text another "@" may be meant, or none.
document.addEventListener("click", ({ target }) => { if (open && target === open.area) close(); });
