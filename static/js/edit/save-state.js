// Says in the bar whether everything is saved, and marks every box with the state of its value.

const WORDS = {
  saving: () => "正在保存…",
  offline: (count, lost) => `${count}处未保存，连接不上服务器，正在重试${lost}`,
  "signed-out": (count, lost) => (lost ? `登录已失效，${count}处未保存${lost}` : `登录已失效，${count}处暂存在本机`),
  stopped: (count, message) => `${count ? `${count}处未保存：` : ""}${message || "请刷新页面"}`,
  held: (count, time) => `${count}处未保存${time ? ` · 其余已保存 ${time}` : ""}`,
  saved: (_, time) => (time ? `已保存 ${time}` : ""),
};

// Where the browser keeps nothing, the page itself is all there is.
const LOST = "，请勿关闭本页";

export function showSaveState({ draft, queue, autosave, keep, line }) {
  let time = (/\d\d:\d\d:\d\d/.exec(line.textContent) || [""])[0];
  const marked = new Set();
  autosave.addEventListener("answer", ({ detail }) => {
    if (detail.saved_at) time = detail.saved_at.slice(11, 19);
  });
  autosave.addEventListener("state", () => {
    const unsent = Object.keys(queue.unsent());
    const kind = autosave.trouble || (!queue.isIdle && "saving") || (queue.held.size && "held") || "saved";
    const count = kind === "held" ? queue.held.size : unsent.length;
    const more = { stopped: autosave.message, offline: keep.works ? "" : LOST, "signed-out": keep.works ? "" : LOST };
    const words = WORDS[kind](count, kind in more ? more[kind] : time);
    line.dataset.kind = kind;
    if (line.textContent !== words) line.textContent = words;
    line.setAttribute("role", kind === "saved" || kind === "saving" ? "none" : "status");
    mark(draft, queue, marked, unsent, autosave.trouble);
  });
}

function mark(draft, queue, marked, unsent, trouble) {
  for (const key of marked) if (!unsent.includes(key)) show(draft.box(key), "saved");
  marked.clear();
  for (const key of unsent) {
    show(draft.box(key), trouble && !queue.held.has(key) ? "unsaved" : queue.state(key));
    marked.add(key);
  }
}

function show(box, state) {
  if (!box || box.dataset.state === state) return;
  box.dataset.state = state;
  if (state === "refused") box.setAttribute("aria-invalid", "true");
  else box.removeAttribute("aria-invalid");
}
