// The filling page: puts its parts together. What each part does stands at the head of its file.
import { bindActs } from "./acts.js";
import { showBeside } from "./beside.js";
import { listenToAnswers } from "./answers.js";
import { Autosave } from "./autosave.js";
import { showComments } from "./comments.js";
import { nameOf, showConflicts } from "./conflicts.js";
import { Draft } from "./draft.js";
import { Edits } from "./edits.js";
import { writeFeeSentence } from "./fees.js";
import { Findings } from "./findings.js";
import { markForeign } from "./foreign.js";
import { showHere } from "./here.js";
import { useAsGrid } from "./grid.js";
import { Keep, storage } from "./keep.js";
import { offerKept } from "./kept.js";
import { afterLoading, later } from "./later.js";
import { saveBeforeLeaving } from "./leaving.js";
import { goWherePressed, markWrong } from "./lights.js";
import { showFindings } from "./panel.js";
import { showOthers } from "./others.js";
import { showPast } from "./past.js";
import { offerPunctuation } from "./put-right.js";
import { offerScaffold } from "./scaffold.js";
import { hearPastes } from "./pastes.js";
import { cleanPastes } from "./paste.js";
import { keepPulse } from "./pulse.js";
import { Queue } from "./queue.js";
import { showProgress } from "./rail.js";
import { showRegister } from "./register.js";
import { showShares } from "./shares.js";
import { showSaveState } from "./save-state.js";
import { followReading } from "./spy.js";
import { showSubmit } from "./submit.js";
import { showLastYear } from "./last-year.js";
import { showOrigin } from "./origin.js";
import { bindPrefills } from "./prefill-acts.js";
import { Prefills } from "./prefills.js";
import { goToHere } from "./to-here.js";
import { listenToTyping } from "./typing.js";
import { helpWriting } from "./writing.js";

const find = (name) => document.querySelector(`[data-${name}]`);
const client = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const facts = JSON.parse(document.getElementById("draft-facts").textContent);
const draft = new Draft(find("draft"), facts);
const edits = new Edits({ draft });
const queue = new Queue(client);
const autosave = new Autosave(queue, facts.urls.save);
const pages = typeof BroadcastChannel === "function" ? new BroadcastChannel(`nianbao:${facts.keep}`) : null;
const keep = new Keep(storage(), facts.keep, client, pages);
const findings = new Findings(draft, queue);
const prefills = new Prefills(draft);
const panel = document.getElementById("findings");
const notice = find("notice");
const say = (words) => {
  notice.textContent = words;
  notice.hidden = !words;
};
const others = markForeign({ draft, say });

// With the words a person knows the box by, for a page on which it is not.
const named = (unsent) => {
  for (const key of Object.keys(unsent)) unsent[key].label = nameOf(draft, key);
  return unsent;
};

// Sent, it would be refused only after holding up everything else.
const isTooLong = (key) => !draft.isFigure(key) && draft.value(key).length > facts.longest;
const refuse = (key) => {
  queue.refuse(key, draft.value(key), `内容超过${facts.longest}字，请精简后再保存`);
  findings.judge();
};

for (const key of draft.typedKeys()) queue.see(key, draft.shown(key));
const hear = listenToAnswers({ draft, queue, autosave, findings, others });

draft.addEventListener("change", ({ detail }) => {
  if (detail.source === "server") return;
  // Totals are sent only where they were pasted or such a paste is undone, with all that came along.
  const source = detail.keys.some((key) => draft.computed.has(key)) ? "pasted" : detail.source;
  for (const key of detail.keys) {
    if (draft.computed.has(key)) queue.give(key, detail.before[key], draft.value(key));
    else if (isTooLong(key)) refuse(key);
    else queue.put(key, draft.value(key), source);
  }
  autosave.soon();
});
const keepAll = later(() => {
  const worked = keep.works;
  keep.write(named(queue.unsent()), queue.batches());
  if (keep.works !== worked) autosave.tell();
});
autosave.addEventListener("state", () => {
  keepAll();
  if (autosave.trouble === "stopped") draft.stop();
});

useAsGrid({ draft, edits, line: find("grid-line"), say });
cleanPastes(draft.form);
hearPastes({ draft, edits, autosave, prefills, dialog: find("paste-dialog"), button: find("paste-button"), say });
helpWriting(draft);
offerScaffold({ draft, say });
offerPunctuation({ draft, dialog: find("put-right-dialog"), say });
showBeside({ draft, autosave });
writeFeeSentence(draft);
showFindings(findings, panel);
markWrong(draft, findings);
const light = goWherePressed(draft, panel);
showProgress(draft, findings, document.querySelector(".rail"));
followReading(draft.form, document.querySelector(".rail"));
showHere({ draft, findings, prefills, card: find("here") });
goToHere({ draft, card: find("here") });
showOrigin(draft, autosave, find("here-origin"));
showRegister({ draft, line: find("here-register") });
showLastYear({ draft, line: find("last-switch"), card: find("overtaken"), say });
showShares({ draft, prefills, rail: document.querySelector(".rail") });
bindPrefills({ draft, prefills, queue, autosave, hear, say, card: find("here"), waitingCard: find("waiting") });
showComments({ draft, autosave, say, card: find("comments") });
showPast({ draft, autosave, hear, card: find("past") });
showSaveState({ draft, queue, autosave, keep, line: find("save-state") });
showConflicts({ draft, queue, autosave, card: find("conflicts"), here: find("here-conflict") });
showSubmit({ findings, queue, autosave, button: find("submit"), panel });
saveBeforeLeaving({ queue, autosave, say });
bindActs({ draft, autosave, hear, panel, dialog: find("zero-dialog"), say });
listenToTyping(draft);
const keys = document.querySelector(".keys"); // it lies lowest and opens downwards
keys.addEventListener("toggle", () => { if (keys.open) keys.scrollIntoView({ block: "nearest" }); });
offerKept({ draft, queue, autosave, keep, hear, named, card: find("kept") });
afterLoading(() => import("./said.js").then(({ showSaid }) => showSaid({ draft, autosave, findings, panel, light, card: find("here") })));
keepPulse({ draft, client, autosave, hear, present: showOthers({ draft, line: find("others") }) });
