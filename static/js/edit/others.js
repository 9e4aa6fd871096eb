// The other clerks who have this report open: named under the rail and, with a small flag, at the box
// where each stands. Nothing is locked.

const NUMERALS = ["", "一", "二", "三", "四", "五", "六"];

// Returns present(others), others: [{name, place}] as the pulse brings them.
export function showOthers({ draft, line }) {
  const flags = new Map(); // key → flag
  let told = "";

  return function present(others) {
    const words = others.map(({ name, place }) => `${name} ${whereIs(draft, place)}`);
    if (words.join() === told) return;
    told = words.join();
    line.hidden = !others.length;
    line.replaceChildren(...words.map((text, n) => item(text, n)));
    for (const [key, flag] of flags) lower(draft.box(key), flag);
    flags.clear();
    others.forEach(({ name, place }) => {
      if (draft.box(place)) flags.set(place, raise(draft.box(place), name, flags.get(place)));
    });
  };
}

function item(text, n) {
  const made = document.createElement("li");
  made.id = `other-${n}`;
  made.textContent = `另一位填报人 ${text}`;
  return made;
}

function whereIs(draft, place) {
  const section = sectionOf(draft, place);
  if (section) return `正在第${NUMERALS[section]}项`;
  return draft.box(place) ? "正在报告开头" : "也打开了本报告";
}

function sectionOf(draft, place) {
  const box = draft.box(place);
  const part = box && box.closest("[data-section]");
  return part ? Number(part.dataset.section) : 0;
}

// Stands out of the flow: nothing on the page moves.
function raise(box, name, flag) {
  const words = `${name} 正在这里`;
  if (flag) {
    flag.firstChild.textContent += `、${name}`;
    flag.title += `，${words}`;
    return flag;
  }
  const made = document.createElement("span");
  made.className = "other-flag";
  made.title = words;
  made.append(document.createElement("span"));
  made.firstChild.textContent = name;
  made.addEventListener("click", () => box.focus());
  box.insertAdjacentElement("beforebegin", made);
  describe(box, made);
  return made;
}

function lower(box, flag) {
  flag.remove();
  describe(box, flag, false);
}

let count = 0;

// Read out with the box: title, flag and box belong together.
function describe(box, flag, on = true) {
  if (!flag.id) flag.id = `other-flag-${(count += 1)}`;
  const ids = (box.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && id !== flag.id);
  if (on) ids.push(flag.id);
  if (ids.length) box.setAttribute("aria-describedby", ids.join(" "));
  else box.removeAttribute("aria-describedby");
}
