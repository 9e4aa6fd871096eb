// The dialog in which a table is pasted: it shows what would change. Nothing does before 确认; what is
// confirmed is one step for undo.
import { close, open } from "../dialog.js";
import { align } from "./align.js";
import { tablesOf } from "./clipboard.js";
import { formOf } from "./paste-form.js";
import { drawPreview } from "./paste-preview.js";
import { plan } from "./plan.js";

const EMPTY = "认出了表格，但其中没有数字，没有粘贴。";
const LINES = "复制的内容每格占一行，不能确定各是哪一格。请连同每行的行名一起复制，或改从Excel、WPS、Word中复制表格。";
const NOTHING = "没有认出表格。请连同行名和列标题一起复制；只复制数字的，请先点中要填的第一格，再按 Ctrl+V。";
const LONGEST_WAIT = 3000; // ms for what was typed before to arrive, so that totals are compared with what stands

// place(): the box that had the focus last. → {ask(), show(tables, anchor)}
export function pasteTables({ draft, edits, autosave, prefills, dialog, say, place }) {
  const form = formOf(draft.form);
  const find = (name) => dialog.querySelector(`[data-paste-${name}]`);
  const here = find("here");
  let aligned = null; // what is being shown
  let planned = null;

  function ask(problem = "") {
    aligned = null;
    here.value = "";
    find("problem").textContent = problem;
    turn(false);
    open(dialog);
    here.focus();
  }

  function turn(shown) {
    find("ask").hidden = shown;
    find("problem").hidden = !find("problem").textContent;
    for (const name of ["shown", "again", "confirm"]) find(name).hidden = !shown;
  }

  // anchor: the focused box, or "".
  function show(tables, anchor) {
    const found = anchor ? align(tables, form, anchor) : unfocused(tables);
    if (!found.cells.length && !found.unmatched.length && !found.doubts.length) return ask(problemOf(found, tables));
    aligned = found;
    for (const choice of dialog.querySelectorAll("input[type=radio]")) choice.checked = choice.defaultChecked;
    find("problem").textContent = "";
    turn(true);
    draw();
    open(dialog);
    return find("summary").focus();
  }

  // Whole tables are known by their size; smaller blocks go where one has been last.
  function unfocused(tables) {
    const found = align(tables, form, "");
    return found.way === "none" && place() ? align(tables, form, place()) : found;
  }

  function draw() {
    planned = plan(aligned, draft.facts, standing(draft), {
      zero: dialog.querySelector('[name="paste-marks"][value="zero"]').checked,
      keep: dialog.querySelector('[name="paste-totals"][value="keep"]').checked,
    });
    drawPreview({ dialog, form, draft, prefills, aligned, planned });
  }

  async function confirm() {
    const shown = JSON.stringify(planned);
    await Promise.race([autosave.settled(), new Promise((done) => { setTimeout(done, LONGEST_WAIT); })]);
    if (!aligned) return;
    draw();
    // Somebody else has changed one of them meanwhile.
    if (JSON.stringify(planned) === shown) finish();
    else find("summary").prepend("刚才有数据变化，请再核对一遍。");
  }

  function finish() {
    const { values } = planned;
    aligned = null;
    close(dialog);
    const changed = edits.apply(values, "pasted").filter((key) => key in values);
    const first = Object.keys(values).find((key) => !draft.computed.has(key)) || place();
    if (first) draft.box(first).focus();
    say(`已粘贴${changed.length}格，按 Ctrl+Z 可一次撤销。`);
  }

  here.addEventListener("paste", (event) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    show(tablesOf({ html: event.clipboardData.getData("text/html"), text: event.clipboardData.getData("text/plain") }), "");
  });
  // Text that came in another way: dropped, or from a menu that tells no one.
  here.addEventListener("input", ({ inputType = "", data }) => {
    const isTyped = inputType !== "insertFromDrop" && (data || "").length < 2;
    if (here.value.includes("\t") || (!isTyped && here.value.trim().includes("\n"))) show(tablesOf({ text: here.value }), "");
  });
  draft.addEventListener("change", () => { if (aligned) draw(); });
  dialog.addEventListener("change", () => { if (aligned) draw(); });
  dialog.addEventListener("close", () => { aligned = null; });
  find("confirm").addEventListener("click", confirm);
  find("again").addEventListener("click", () => ask());
  find("cancel").addEventListener("click", () => close(dialog));
  return { ask, show };
}

function problemOf({ known }, tables) {
  if (known) return EMPTY;
  return tables.some((table) => table.length > 2 && table.every((row) => row.length < 2)) ? LINES : NOTHING;
}

// What the boxes hold, and which of them no one may change now.
function standing({ figures, computed, boxes }) {
  const locked = [...boxes].filter(([key, box]) => box.readOnly && !computed.has(key)).map(([key]) => key);
  return { figures, computed, locked: new Set(locked) };
}
