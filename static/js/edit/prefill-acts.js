// Confirming, not taking and unlocking, from the card of the box one stands in; never by a key that
// merely moves on. What was typed is saved first.
import { ask } from "../ask.js";

const OFFLINE = "连接不上服务器，请检查网络后重试。";

export function bindPrefills({ draft, prefills, queue, autosave, hear, say, card, waitingCard }) {
  const { urls } = draft.facts;
  let key = "";
  let decided = "";

  async function post(url, body) {
    await autosave.settled();
    try {
      const { status, data } = await ask(url, { method: "POST", body });
      if (status === 200) return { data };
      return { refusal: (data && data.message) || "没有完成，请稍后再试。" };
    } catch (error) {
      return { refusal: OFFLINE };
    }
  }

  async function settle(url, keys, done) {
    const body = new FormData();
    for (const one of keys) body.append("prefill", prefills.all[one].id);
    const { data, refusal } = await post(url, body);
    if (refusal) return say(refusal);
    hear(data, { whole: true });
    say(told(data.keys, done));
  }

  // Says what became of the keys; what somebody else has filled meanwhile is shown.
  function told(answers, done) {
    const all = Object.keys(answers);
    // Where one has typed meanwhile, his own save finds the conflict.
    for (const one of all.filter((name) => answers[name].state === "conflict" && queue.state(name) === "saved")) {
      queue.see(one, answers[one].value);
      draft.put({ [one]: answers[one].value }, "server");
    }
    const count = all.filter((one) => !answers[one].message).length;
    const messages = all.map((one) => answers[one].message).filter(Boolean).map((message) => `${message}。`);
    return [count ? done(count) : "", ...messages].join("");
  }

  // With the number, so that a slip of the hand can be made good.
  function declined({ value }) {
    if (!draft.isFigure(key)) return () => "已不采用。";
    return () => `已不采用待确认的${value}，请自行录入。误点的，录入任一数字后再清空，即重新待确认。`;
  }

  card.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-take], [data-take-not]");
    if (!button) return;
    if (button.dataset.take) {
      settle(urls.confirm, prefills.near(key, button.dataset.take), (count) => `已确认${count}格。`);
    } else settle(urls.decline, [key], declined(prefills.all[key]));
    draft.box(key).focus();
  });

  card.querySelector("[data-unlock]").addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const form = event.target;
    const place = key;
    form.elements.key.value = place;
    const { data, refusal } = await post(urls.unlock, new FormData(form));
    const problem = form.querySelector("[data-unlock-problem]");
    problem.textContent = refusal || "";
    problem.hidden = !refusal;
    if (refusal) return;
    form.reset();
    form.closest("details").open = false;
    prefills.hear(data.prefills);
    say("已解锁，可以修改。解锁原因送审时会提供给审核人。");
    draft.box(place).focus();
  });

  // Goes round the boxes that wait, on from where one stands.
  const go = waitingCard.querySelector("[data-waiting-go]");
  const next = card.querySelector("[data-waiting-next]");
  go.hidden = false;
  for (const button of [go, next]) button.addEventListener("click", visit);

  function visit() {
    const waiting = prefills.waitingKeys();
    const found = waiting.find((one) => prefills.order.get(one) > prefills.order.get(key)) || waiting[0];
    if (!found) return;
    const box = draft.box(found);
    box.scrollIntoView({ block: "center" });
    box.focus({ preventScroll: true });
  }

  // Where something waits, or waited until it was decided on, the next one is offered.
  function count() {
    const waiting = prefills.waitingKeys();
    waitingCard.querySelector("[data-waiting-count]").textContent = String(waiting.length);
    waitingCard.hidden = !waiting.length;
    if (prefills.waiting(key)) decided = key;
    next.hidden = decided !== key || !waiting.some((one) => one !== key);
  }

  document.addEventListener("nianbao:place", ({ detail }) => {
    key = detail.key;
    count();
  });
  prefills.addEventListener("told", count);
  count();
}
