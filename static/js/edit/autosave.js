// Sends what was typed, at most one batch at a time: throttled, so that nothing waits two seconds
// while somebody types, and again with growing pauses while the server cannot be reached.
import { ask, replaceToken } from "../ask.js";

const SOON = 900; // ms from a keystroke to its save
const PAUSES = [1000, 2000, 4000, 8000, 15000]; // between tries of the same save
const PATIENCE = 15000; // ms until a save without an answer is sent again
const GONE = "您已不能打开本报告，请勿关闭本页，先把没有保存的内容复制出来";
const PASSING = [408, 425, 429]; // refusals that another try may not meet

export class Autosave extends EventTarget {
  constructor(queue, url) {
    super();
    this.queue = queue;
    this.url = url;
    this.failures = 0;
    this.trouble = ""; // "", "offline", "signed-out" or "stopped"
    this.since = 0; // when the oldest keystroke that is not on its way was made
    addEventListener("online", () => this.now());
    document.addEventListener("nianbao:session-restored", () => this.signedIn());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.leave(); });
    addEventListener("pagehide", () => this.leave());
  }

  // Something was typed. A long pause after failures is cut short, once.
  soon() {
    this.since = this.since || performance.now();
    this.tell();
    const pausing = this.failures > 0 && !this.hurried;
    if (this.sending || (this.timer && !pausing)) return;
    clearTimeout(this.timer);
    this.hurried = this.failures > 0;
    this.timer = setTimeout(() => this.send(), SOON);
  }

  now() {
    clearTimeout(this.timer);
    this.timer = null;
    return this.send();
  }

  // Resolves when all that was typed is saved, or cannot be now: true or false.
  async settled() {
    while (!this.queue.isIdle) {
      const tries = this.failures;
      if (this.sending) await this.sending;
      else await this.now();
      if (this.trouble || this.failures > tries) return false;
    }
    return true;
  }

  // how: {background, keepalive}, as ask() takes them.
  send(how = {}) {
    this.timer = null;
    if (this.sending) return this.sending;
    const isHalted = this.trouble === "stopped" || this.trouble === "signed-out";
    const batch = isHalted ? null : this.queue.take();
    if (!batch) return Promise.resolve();
    this.since = 0;
    this.tell();
    this.sending = this.deliver(batch, how).finally(() => {
      this.sending = null;
      this.tell();
    });
    return this.sending;
  }

  async deliver(batch, how) {
    let answer;
    try {
      answer = await ask(this.url, Object.assign({ method: "POST", body: batch, patience: PATIENCE }, how));
    } catch (error) {
      return this.again();
    }
    const { status, data } = answer;
    if (status === 200 && data && data.keys) return this.arrived(data);
    if (status === 401) return this.halt("signed-out");
    if (status === 403 && !(data && data.error)) return this.freshToken();
    if (data && data.error && status < 500 && !PASSING.includes(status)) return this.halt("stopped", data.message);
    if (status === 404) return this.halt("stopped", GONE);
    return this.again(); // also a page that something between here and the server made up
  }

  // What was typed while the batch flew has waited already.
  arrived(data) {
    this.failures = 0;
    this.trouble = "";
    this.queue.done(data.keys);
    this.dispatchEvent(new CustomEvent("answer", { detail: data }));
    if (this.queue.isIdle) return;
    const waited = this.since ? performance.now() - this.since : SOON;
    this.timer = setTimeout(() => this.send(), Math.max(0, SOON - waited));
  }

  // Tries again later; what is typed meanwhile waits for the same moment.
  again() {
    const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)];
    this.failures += 1;
    this.trouble = "offline";
    this.hurried = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send({ background: true }), pause);
  }

  halt(trouble, message) {
    this.trouble = trouble;
    this.message = message;
  }

  signedIn() {
    if (this.trouble === "signed-out") this.trouble = "";
    this.now();
  }

  // The token of this page is no longer valid, mostly because of a sign-in in another window.
  async freshToken() {
    const session = document.querySelector("[data-session]");
    const { data } = await ask(session.dataset.stateUrl, { background: true }).catch(() => ({}));
    if (data && data.csrf_token) replaceToken(data.csrf_token);
    this.again();
  }

  // The page may be about to go: sends what waits in a way that outlives it.
  leave() {
    if (!this.sending && !this.trouble) {
      clearTimeout(this.timer);
      this.send({ keepalive: true });
    }
  }

  tell() { this.dispatchEvent(new CustomEvent("state")); }
}
