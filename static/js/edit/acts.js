// 其余补0, 零报告, 按合计更新 and 情况说明: each first saves what was typed, then asks the server.
import { ask } from "../ask.js";
import { close, open } from "../dialog.js";

export function bindActs({ draft, autosave, hear, panel, dialog, say }) {
  const { urls } = draft.facts;

  async function act(url, body) {
    await autosave.settled();
    try {
      const { status, data } = await ask(url, { method: "POST", body });
      if (status !== 200) return (data && data.message) || "没有完成，请稍后再试。";
      hear(data, { whole: true });
      if (data.kept) say(keptWords(data.kept));
      return "";
    } catch (error) {
      return "连接不上服务器，请检查网络后重试。";
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-act]");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.act === "zero-report") return open(dialog);
    const refusal = await act(urls.fill_zeros, {});
    if (refusal) say(refusal);
  });

  // 零报告 is offered only while nothing is above 0.
  const zero = document.querySelector('[data-act="zero-report"]');
  const offer = () => { zero.hidden = Object.values(draft.figures).some((figure) => Number(figure) > 0); };
  draft.addEventListener("change", offer);
  offer();

  dialog.querySelector("[data-zero-cancel]").addEventListener("click", (event) => {
    event.preventDefault();
    close(dialog);
  });
  onSubmit(dialog, async () => {
    const refusal = await act(urls.zero_report, {});
    tell(dialog.querySelector("[data-zero-problem]"), refusal);
    if (!refusal) close(dialog);
  });

  onSubmit(panel, async (form) => {
    if (form.matches("[data-retotal]")) return say(await act(urls.retotal, cellsOf(form)));
    const refusal = await act(urls.explain, new FormData(form));
    tell(form.querySelector("[data-explain-problem]"), refusal);
    if (refusal) return;
    if (form.id === "several") form.reset();
    else form.closest("details").open = false;
  });
}

function onSubmit(root, done) {
  root.addEventListener("submit", async (event) => {
    event.preventDefault();
    const buttons = [...event.target.querySelectorAll("button")];
    buttons.forEach((button) => { button.disabled = true; });
    await done(event.target);
    buttons.forEach((button) => { button.disabled = false; });
  });
}

// What waits to be confirmed was left alone, and what goes on from figures that were not 0.
function keptWords(kept) {
  return kept.length ? `有${kept.length}格待确认或接续上年，没有补0，请核对后确认或填写。` : "";
}

function cellsOf(form) {
  const body = new FormData();
  const go = form.closest("[data-code]").querySelector("[data-go]");
  for (const cell of go.dataset.go.split(" ")) body.append("cells", cell);
  return body;
}

function tell(line, words) {
  line.textContent = words;
  line.hidden = !words;
}
