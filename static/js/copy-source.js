// A button that copies the text of a box both as a page and as its source: an editor takes the one, a
// box for source the other. There only where scripts run.
for (const button of document.querySelectorAll("[data-copy-source]")) {
  const source = document.getElementById(button.dataset.copySource);
  const told = button.parentElement.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", () => { told.textContent = copy(source.value) ? "已复制。" : "没有复制成功，请展开网页源代码，全选后复制。"; });
}

// Works where the page is not served by TLS, too, unlike navigator.clipboard.
function copy(text) {
  let done = false;
  document.addEventListener("copy", (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/html", text);
    event.clipboardData.setData("text/plain", text);
    done = true;
  }, { once: true });
  document.execCommand("copy");
  return done;
}
