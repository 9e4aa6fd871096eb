// Links that need the saved draft, and signing out, wait for the save; a page with unsaved work asks
// before it closes.
import { confirm } from "../dialog.js";

const PATIENCE = 5000; // ms that signing out waits for a save

export function saveBeforeLeaving({ queue, autosave, say }) {
  let agreed = false;
  const unsaved = () => Object.keys(queue.unsent()).length;

  addEventListener("beforeunload", (event) => {
    if (agreed || !unsaved()) return;
    event.preventDefault();
    event.returnValue = "";
  });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-after-save]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || queue.isIdle) return;
    event.preventDefault();
    // Opened before the wait, or the browser would take it for a pop-up.
    const other = link.target === "_blank" ? open("", "_blank") : null;
    if (!(await autosave.settled())) {
      if (other) other.close();
      return say("还有内容没有保存，请待左上方显示“已保存”后再试。");
    }
    if (other) other.location = link.href;
    else location.assign(link.href);
  });

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-after-save]") || event.defaultPrevented || !unsaved()) return;
    event.preventDefault();
    if (form.dataset.waiting) return;
    form.dataset.waiting = "yes";
    await Promise.race([autosave.settled(), new Promise((done) => { setTimeout(done, PATIENCE); })]);
    delete form.dataset.waiting;
    if (unsaved() && !(await confirm(questionOf(unsaved()), "仍要退出"))) return;
    agreed = true;
    form.submit();
  });
}

function questionOf(count) {
  return `还有${count}处没有保存。退出后这些内容只留在本机的这个浏览器里，下次在这里登录、打开本报告时恢复。仍要退出吗？`;
}
