// 插入提纲: the topics that a part must speak of, each as a heading; those that are there stay.
import { headingsOf } from "./outline.js";
import { insertAt } from "./inserting.js";

const TEN = [..."一二三四五六七八九十"];
const NUMERALS = [...TEN, ...TEN.map((one) => `十${one}`)];
const NUMBER = /^(?:[（(][^）)]*[）)]|[0-9０-９]+[.．、])/;

export function offerScaffold({ draft, say }) {
  for (const button of document.querySelectorAll("[data-scaffold]")) {
    button.addEventListener("click", () => {
      const area = draft.box(button.dataset.scaffold);
      if (area.readOnly) return;
      const missing = missingTopics(area.value, draft.facts.topics[area.name]);
      if (!missing.length) return say("提纲的各个方面都已有小标题。");
      insertAt(area, area.value.length, scaffold(area.value, missing));
      say("");
    });
  }
}

// The topics that no heading names yet.
export function missingTopics(text, topics) {
  const said = headsOf(text).map((words) => words.replace(NUMBER, ""));
  return topics.filter((topic) => !said.some((words) => words.startsWith(topic)));
}

// What to put behind the text: numbered on from the headings that are there.
export function scaffold(text, topics) {
  const first = headsOf(text).filter((words) => /^[（(][一二三四五六七八九十]/.test(words)).length;
  const lines = topics.map((topic, n) => `（${NUMERALS[first + n] || ""}）${topic}`);
  return (text && !text.endsWith("\n") ? "\n" : "") + lines.join("\n\n");
}

// Also the numbered ones that the paragraph goes on behind, as in “（一）主动公开。全年……”.
function headsOf(text) {
  const alone = headingsOf(text).map(({ words }) => words);
  return [...new Set([...alone, ...text.split("\n").map((line) => line.trim()).filter((line) => NUMBER.test(line))])];
}
