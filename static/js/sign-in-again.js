// The sign-in form inside an open page: same person, same page, a new session and a new token. While
// somebody types, a bar asks first: a dialog would take the next keys for a password.
import { ask, replaceToken } from "./ask.js";
import { close, open } from "./dialog.js";
import { hideBar, showBar, typingIn } from "./session-bar.js";

const OFFLINE = "连接不上服务器，请检查网络后重试。";
const CHANGE_DUE = "密码已被重置，请先在新窗口登录并修改密码，再回到本页登录。";
const ENDED = "登录已失效，本页内容仍在，可以接着录入；重新登录后才能保存。";

let asking = false; // from the end of the session until it is restored
let left = null; // the box to go back to

document.addEventListener("focusin", ({ target }) => { if (typingIn() === target) left = target; });

// Whether the person has yet to sign in again.
export const isSignedOut = () => asking;

export function askToSignIn(dialog) {
  asking = true;
  const form = dialog.querySelector("[data-session-sign-in]");
  if (!form.dataset.ready) prepare(dialog, form);
  if (typingIn()) return tell(dialog, form);
  left = document.activeElement;
  return show(dialog, form);
}

// The session is there again, here or from another window.
export function signedIn(dialog) {
  asking = false;
  const leave = () => hide(dialog, dialog.querySelector("[data-session-sign-in]"));
  if (dialog.open) goBack(leave);
  else leave();
  hideBar();
  document.dispatchEvent(new CustomEvent("nianbao:session-restored"));
}

// Chromium gives the focus back by itself, but with the caret at the start.
function goBack(leave) {
  const { selectionStart: start, selectionEnd: end } = left || {};
  leave();
  if (!left || !left.isConnected) return;
  left.focus({ preventScroll: true });
  if (typeof start === "number") left.setSelectionRange(start, end);
}

function tell(dialog, form) {
  showBar(ENDED, "重新登录", () => show(dialog, form));
}

function show(dialog, form) {
  hideBar();
  dialog.querySelector("[data-session-warning]").hidden = true;
  form.hidden = false;
  dialog.setAttribute("aria-labelledby", "session-ended");
  open(dialog);
  form.elements.password.focus();
}

function prepare(dialog, form) {
  form.dataset.ready = "yes";
  const later = () => {
    if (form.hidden) return;
    goBack(() => hide(dialog, form));
    tell(dialog, form);
  };
  form.querySelector("[data-session-later]").addEventListener("click", later);
  dialog.addEventListener("cancel", later);
  // A form sent now would lead to the sign-in page and lose what is in it; signing out is one's own wish.
  document.addEventListener("submit", (event) => {
    if (!asking || event.target === form || event.target.matches("[data-after-save]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show(dialog, form);
  }, true);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    signIn(dialog, form).catch(() => say(form, OFFLINE));
  });
}

async function signIn(dialog, form) {
  // A stranger's session needs a token of its own before it may post.
  const state = await ask(dialog.dataset.stateUrl, { background: true });
  if (state.data) replaceToken(state.data.csrf_token);
  const { status, data } = await ask(dialog.dataset.signInUrl, { method: "POST", body: new FormData(form) });
  form.elements.password.value = "";
  if (status !== 200 || !data) return say(form, data ? data.messages.join(" ") : OFFLINE);
  replaceToken(data.csrf_token);
  if (data.must_change_password) return say(form, CHANGE_DUE);
  return signedIn(dialog);
}

function say(form, text) {
  const line = form.querySelector("[data-session-error]");
  line.textContent = text;
  line.hidden = false;
}

function hide(dialog, form) {
  form.hidden = true;
  form.querySelector("[data-session-error]").hidden = true;
  close(dialog);
}
