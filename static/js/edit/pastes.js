// Hears that a table is pasted, wherever one or the fees stand on the page. What shows and applies it is asked for
// when somebody first stands in a table, so that the page itself opens sooner.
import { isBlock, tablesOf } from "./clipboard.js";
import { read } from "./reading.js";

const PICTURE = "没有粘贴：复制的是图片，不能识别其中的数字。请复制表格本身，或者直接录入。";
const OFFLINE = "没有粘贴：连接不上服务器，请检查网络后重试。";

export function hearPastes({ draft, edits, autosave, prefills, dialog, button, say }) {
  let place = ""; // the box of a table that had the focus last
  let loading = null;

  function load() {
    if (!loading) {
      loading = import("./paste-table.js").then(({ pasteTables }) => pasteTables({ draft, edits, autosave, prefills, dialog, say, place: () => place }));
      loading.catch(() => { loading = null; });
    }
    return loading;
  }

  const using = (act) => load().then(act, () => say(OFFLINE));

  document.addEventListener("focusin", ({ target }) => {
    if (!isBox(target)) return;
    place = target.name;
    load().catch(() => {});
  });
  button.hidden = false;
  button.addEventListener("click", () => using(({ ask }) => ask()));

  document.addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    if (!clipboardData || isElsewhere(target)) return;
    const tables = tablesOf({ html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") });
    if (!tables.length && isBox(target) && isPicture(clipboardData)) return say(PICTURE);
    if (!isBlock(tables)) return takeOne(event, tables);
    event.preventDefault();
    const anchor = isBox(target) ? corner() || target.name : "";
    using(({ show }) => show(tables, anchor));
  });

  function isBox(target) { return target.matches && target.matches("[data-grid] input, .fee input") && draft.boxes.has(target.name); }

  // One value over a whole box is read as one of a block is: “12件” is 12. Any other is pasted as text.
  function takeOne(event, [table]) {
    const { target } = event;
    if (!table || !isBox(target) || target.readOnly || target.selectionEnd - target.selectionStart < target.value.length) return;
    const { kind } = draft.cell(target.name);
    const { value } = read(draft.cell(target.name), table[0][0], draft.facts.units[kind]);
    if (value === undefined || value === null) return;
    event.preventDefault();
    // The only way to insert that the browser's own undo knows of.
    document.execCommand("insertText", false, String(value));
  }

  // Texts, other forms and dialogs take what is pasted themselves.
  function isElsewhere(target) {
    return !isBox(target) && (!target.matches || target.matches("input, textarea, select, [contenteditable], dialog, dialog *"));
  }
}

function isPicture({ files }) { return [...files].some(({ type }) => type.startsWith("image/")); }

// A selected range begins at its own corner, wherever the focus is.
function corner() {
  const box = document.querySelector(".is-picked.pick-top.pick-left input");
  return box ? box.name : "";
}
