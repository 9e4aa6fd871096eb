// Warns before the session ends, lets the person go on, and after the end signs the same person in
// again without leaving the page. Nobody who types is interrupted: a bar tells him. Other modules
// dispatch "nianbao:signed-out" on a 401 and hear "nianbao:session-restored" once they may send again.
import { ask, replaceToken } from "./ask.js";
import { close, open } from "./dialog.js";
import { hideBar, showBar, typingIn } from "./session-bar.js";
import { askToSignIn, isSignedOut, signedIn } from "./sign-in-again.js";

const TYPING = 240; // while someone types, the server hears of it this often
const ENDING = "较长时间没有操作，即将自动退出登录。";
const AT_MOST = "登录时间已达上限，即将自动退出。内容不会丢失，届时请重新登录。";

const dialog = document.querySelector("[data-session]");
const warning = dialog.querySelector("[data-session-warning]");
const countdown = dialog.querySelector("[data-session-countdown]");
let endsAt = 0;
let timer = 0;
let isLast = false; // the session can be made no longer
let isTold = false; // by the bar, that it is about to end
let told = Date.now();

async function look(method = "GET") {
  const { status, data } = await ask(dialog.dataset.stateUrl, { method, background: method === "GET" });
  if (status === 401 || !data) return;
  if (data.user !== dialog.dataset.user) return askToSignIn(dialog);
  replaceToken(data.csrf_token); // signing in from another window has made a new one
  if (isSignedOut()) return signedIn(dialog);
  follow(data.seconds_left, data.warn_at, method === "POST");
}

// wentOn: the person has just said that he goes on. Where that lengthens nothing, the session has
// lasted as long as any may, and he works on until its end.
function follow(secondsLeft, warnAt, wentOn) {
  endsAt = Date.now() + secondsLeft * 1000;
  isLast = secondsLeft <= warnAt && (wentOn || isLast);
  if (secondsLeft > warnAt || isLast) stopWarning();
  if (isLast) showBar(AT_MOST);
  else if (secondsLeft <= warnAt) warn();
  wait(secondsLeft > warnAt ? secondsLeft - warnAt : Math.min(secondsLeft, 30));
}

// Asks again at the time; another window may have lengthened the session meanwhile.
function wait(seconds) {
  clearTimeout(timer);
  timer = setTimeout(() => look().catch(() => wait(15)), Math.max(1, seconds) * 1000);
}

function stopWarning() {
  isTold = false;
  hideBar();
  if (warning.hidden) return;
  warning.hidden = true;
  close(dialog);
}

function warn() {
  if (!warning.hidden) return undefined;
  isTold = Boolean(typingIn());
  if (isTold) return showBar(ENDING, "继续工作", goOn);
  hideBar();
  warning.hidden = false;
  dialog.setAttribute("aria-labelledby", "session-ending");
  tick();
  return open(dialog);
}

function tick() {
  if (warning.hidden) return;
  const left = Math.max(0, Math.round((endsAt - Date.now()) / 1000));
  countdown.textContent = `${Math.floor(left / 60)}分${String(left % 60).padStart(2, "0")}秒`;
  setTimeout(tick, 1000);
}

function goOn() {
  told = Date.now();
  isTold = false;
  return look("POST").catch(() => wait(15));
}

dialog.querySelector("[data-session-extend]").addEventListener("click", goOn);
dialog.addEventListener("cancel", (event) => {
  if (warning.hidden) return;
  event.preventDefault();
  goOn();
});

document.addEventListener("input", (event) => {
  if (!dialog.contains(event.target) && (isTold || Date.now() - told > TYPING * 1000)) goOn();
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) look().catch(() => wait(15));
});

document.addEventListener("nianbao:signed-out", () => {
  warning.hidden = true;
  clearTimeout(timer);
  askToSignIn(dialog);
});
document.addEventListener("nianbao:session-restored", () => look().catch(() => wait(15)));

look().catch(() => wait(15));
