// The 送审 button says why it waits; pressed while it waits, it shows the findings instead.

export function showSubmit({ findings, queue, autosave, button, panel }) {
  function draw() {
    const why = reason(findings, queue);
    const words = why ? `送审（${why}）` : "送审";
    if (button.textContent !== words) button.textContent = words;
    if (why) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
  button.addEventListener("click", (event) => {
    if (!reason(findings, queue)) return;
    event.preventDefault();
    const first = ["error", "open", "warning"].map((kind) => panel.querySelector(`.finding-${kind} [data-go]`)).find(Boolean);
    panel.scrollIntoView({ block: "nearest" });
    if (first) first.focus();
  });
  findings.addEventListener("judged", draw);
  autosave.addEventListener("state", draw);
  draw();
}

function reason(findings, queue) {
  const errors = findings.count("error");
  if (errors) return `${errors} 处错误`;
  if (queue.held.size) return "有内容未保存";
  if (findings.count("open")) return `${findings.count("open")} 处待填`;
  return findings.count("warning") ? `${findings.count("warning")} 处疑点待说明` : "";
}
