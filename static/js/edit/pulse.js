// Every few seconds tells the server that this page is open and where one stands in it, and hears who
// else is here and what they have changed. No person's doing: it lengthens no session.
import { ask } from "../ask.js";

const BEAT = 10000; // ms, while the page can be seen
const SLOW = 30000; // while it cannot
const MOVED = 1500; // after going to another box
const CLOSED = [403, 404, 409]; // the report is no longer this person's to fill in

export function keepPulse({ draft, client, autosave, hear, present }) {
  const url = draft.facts.urls.pulse;
  let place = "";
  let { mark, last_mark: lastMark } = draft.facts; // of the prefills, and of last year, that the page was told of
  let told = 0; // how often it was told of prefills
  let timer = 0;
  let next = 0; // when it is due
  let stopped = false;

  async function beat() {
    const before = told;
    const { status, data } = await ask(url, {
      method: "POST", body: { client, place, version: hear.version(), mark, last_mark: lastMark }, background: true, patience: BEAT,
    });
    if (status === 200 && data) take(data, told === before && data.version >= hear.version());
    else if (status === 401) stop();
    else if (CLOSED.includes(status) && data && data.error) close(data.message);
  }

  // isNews: the page has not heard of prefills since it asked, nor of a later version.
  function take(data, isNews) {
    present(data.others);
    if (!isNews) delete data.prefills;
    if (data.last) document.dispatchEvent(new CustomEvent("nianbao:last-year", { detail: data }));
    if (data.values) hear.values(data);
    else if (data.findings) hear({ version: data.version, findings: data.findings, prefills: data.prefills });
    else if (data.prefills) document.dispatchEvent(new CustomEvent("nianbao:prefills", { detail: data.prefills }));
    if (data.last_year) document.dispatchEvent(new CustomEvent("nianbao:last-year", { detail: data.last_year }));
    if (isNews) mark = data.mark;
    lastMark = data.last_mark;
    document.dispatchEvent(new CustomEvent("nianbao:pulse", { detail: data }));
  }

  function run() {
    if (stopped) return;
    wait(document.hidden ? SLOW : BEAT);
    beat().catch(() => {}); // the network is away: the next one may get through
  }

  function wait(ms) {
    clearTimeout(timer);
    next = Date.now() + ms;
    timer = setTimeout(run, ms);
  }

  function sooner(ms) { if (!stopped && next > Date.now() + ms) wait(ms); }

  function stop() {
    stopped = true;
    clearTimeout(timer);
    present([]);
  }

  function close(message) {
    stop();
    autosave.halt("stopped", message);
    autosave.tell();
  }

  // What an answer told may be older than what a pulse did: the next one tells it again.
  document.addEventListener("nianbao:prefills", () => {
    told += 1;
    mark = "";
  });
  document.addEventListener("nianbao:place", ({ detail }) => {
    place = detail.key;
    sooner(MOVED);
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) sooner(0); });
  document.addEventListener("nianbao:signed-out", stop);
  document.addEventListener("nianbao:session-restored", () => {
    stopped = false;
    wait(0);
  });
  addEventListener("pagehide", () => {
    if (stopped) return;
    clearTimeout(timer);
    ask(url, { method: "POST", body: { client, gone: true }, background: true, keepalive: true }).catch(() => {});
  });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) sooner(0); });
  wait(0);
}
