// The card of 批注: sends what is written without leaving the page and takes the card as the server
// draws it. What stands in its other boxes stays. Announces "drawn" whenever it was drawn anew.
import { ask } from "./ask.js";

const SETTLED = "这条批注已有人标为已核对。发表回复后重新打开。";
const OFFLINE = "连接不上服务器，批注还没有发表，请稍后再试。";

export class Comments extends EventTarget {
  constructor(card) {
    super();
    this.card = card;
    this.body = card.querySelector("[data-comments-body]");
    card.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.send(event.target, event.submitter);
    });
    addEventListener("beforeunload", (event) => {
      if (!isHalfWritten(this.body)) return;
      event.preventDefault();
      event.returnValue = "";
    });
    this.waits = false; // whether news came while an input method was at work
    this.composing = false;
    card.addEventListener("compositionstart", () => { this.composing = true; });
    card.addEventListener("compositionend", ({ target }) => {
      this.composing = false;
      if (this.waits) this.refresh();
      else this.name(target);
    });
    card.addEventListener("input", ({ target }) => this.name(target));
  }

  // Whoever is called with an "@" is offered from the list of colleagues, which few pages need.
  name(area) {
    if (area.tagName !== "TEXTAREA" || !/[@＠]/.test(area.value)) return;
    const names = [...this.body.querySelectorAll("[name=to]")].map((box) => box.parentElement.textContent.trim());
    import("./comment-names.js").then(({ offerNames }) => this.say(offerNames(area, [...new Set(names)])), () => {});
  }

  say(words) {
    const line = this.card.querySelector("[data-comments-said]");
    if (line.textContent !== words) line.textContent = words;
  }

  // {place: how many open threads}
  get marks() {
    return JSON.parse(this.body.firstElementChild.dataset.marks);
  }

  // The threads in which something is asked of the person.
  get asked() {
    return this.body.firstElementChild.dataset.asked.split(" ").filter(Boolean);
  }

  // The number of the last remark that it shows.
  get last() {
    return Number(this.body.firstElementChild.dataset.last);
  }

  async send(form, pressed) {
    const body = new FormData(form);
    if (pressed && pressed.name) body.append(pressed.name, pressed.value);
    const buttons = [...form.querySelectorAll("button")];
    buttons.forEach((button) => { button.disabled = true; });
    const { status, data } = await ask(form.action, { method: "POST", body }).catch(() => ({ status: 0 }));
    buttons.forEach((button) => { button.disabled = false; });
    if (status === 200 && data) return this.sent(form, data);
    tell(form, status ? (data && data.message) || "没有发表，请稍后再试。" : OFFLINE);
  }

  sent(form, data) {
    form.querySelector("textarea").value = "";
    if (form.elements.anchor) form.elements.anchor.value = "";
    for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false;
    this.draw(data.html, form);
    this.say(data.words);
    const next = document.getElementById(`thread-${data.thread}`) || this.body.querySelector("h2");
    next.focus({ preventScroll: true });
  }

  // Someone else may have said something. anyway: what stands at the places has changed.
  // Resolves to the status; 0 where the server was not reached.
  async refresh({ anyway = false } = {}) {
    const before = this.last;
    const url = `${this.card.dataset.comments}${anyway ? "" : `&since=${before}`}`;
    const { status, data } = await ask(url, { background: true }).catch(() => ({ status: 0 }));
    if (status !== 200 || !data || !data.html) return status;
    this.waits = this.composing; // an input method loses what it holds when its box goes
    if (!this.waits) {
      this.draw(data.html);
      if (this.last > before) this.say("有新的批注");
    }
    return status;
  }

  draw(html, sent = null) {
    const kept = typedIn(this.body, sent);
    const answered = [...this.body.querySelectorAll("[data-thread]")]
      .filter((thread) => isHalfWritten(thread) && !thread.contains(sent));
    this.body.innerHTML = html;
    for (const thread of answered) if (!this.body.querySelector(`#${thread.id}`)) keepSettled(this.body, thread);
    putBack(this.body, kept);
    this.dispatchEvent(new CustomEvent("drawn"));
  }

  // The form that begins a thread, if the person may; opened.
  open() {
    const form = this.body.querySelector("[data-comment-new]");
    if (form) form.open = true;
    return form;
  }
}

// What is being written in the card: the boxes by id, the caret, which forms are open, and what was
// said against them.
function typedIn(body, sent) {
  const values = new Map();
  const open = new Set();
  for (const box of body.querySelectorAll("textarea, select, input[type=checkbox]")) {
    if (box.form === sent) continue;
    const problem = box.form.querySelector("[data-comment-problem]:not([hidden])");
    values.set(box.id, {
      value: box.type === "checkbox" ? box.checked : box.value,
      words: wordsOf(box),
      problem: problem ? problem.textContent : "",
    });
    if (box.closest("details").open) open.add(box.id);
  }
  const { activeElement: at } = document;
  return { values, open, at: body.contains(at) ? whereIs(at) : null, caret: at && at.selectionStart };
}

function putBack(body, { values, open, at, caret }) {
  for (const [id, { value, words, problem }] of values) {
    const box = body.querySelector(`#${id}`);
    if (!box) continue;
    if (box.type === "checkbox") box.checked = value;
    else if (box.tagName === "SELECT") choose(box, value, words);
    else box.value = value;
    if (open.has(id)) box.closest("details").open = true;
    if (problem) tell(box.form, problem);
  }
  const box = at && found(body, at);
  if (!box) return;
  box.focus({ preventScroll: true });
  if (box.tagName === "TEXTAREA") box.setSelectionRange(caret, caret);
}

// The element by its nearest id and its number among what can have the focus there.
const FOCUSED = "a, button, summary, select, textarea, input";

function whereIs(element) {
  const home = element.closest("[id]");
  return { id: home.id, nth: [...home.querySelectorAll(FOCUSED)].indexOf(element) };
}

function found(body, { id, nth }) {
  const home = body.querySelector(`#${id}`);
  return home && nth >= 0 ? home.querySelectorAll(FOCUSED)[nth] : home;
}

const wordsOf = (box) => (box.tagName === "SELECT" && box.selectedOptions[0] ? box.selectedOptions[0].text : "");

// Chooses a place in the list, which may lack it: the filling page lists no figures.
export function choose(select, anchor, words) {
  if (![...select.options].some((one) => one.value === anchor)) select.add(new Option(words, anchor));
  select.value = anchor;
}

function isHalfWritten(body) {
  return [...body.querySelectorAll("textarea")].some((box) => box.value.trim());
}

// A colleague has settled what is being answered: the answer half written stays.
function keepSettled(body, thread) {
  body.querySelector("[data-threads]").append(thread);
  tell(thread.querySelector("form"), SETTLED);
}

function tell(form, words) {
  const line = form.querySelector("[data-comment-problem]");
  line.textContent = words;
  line.hidden = false;
}
