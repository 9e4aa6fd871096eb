// Files dropped or chosen are sent a few at a time, so that hundreds fit and what is sent is safe; without
// scripts the form is posted whole. What a paste holds as a page is kept beside its text.
import { ask } from "./ask.js";

const AT_ONCE = 10; // files a request
const BYTES = 12 * 1024 * 1024; // and so many bytes
const LONGEST_PAGE = 900000; // characters of a page from the clipboard; of a longer one the text is sent
const form = document.querySelector("[data-import-drop]");
const zone = form.querySelector("[data-import-zone]");
const chosen = form.querySelector("input[type=file]");
const area = form.querySelector("textarea");
const page = form.querySelector("[data-import-page]");
const words = form.querySelector("[data-import-words]");
const bar = form.querySelector("[data-import-bar]");
let sending = false;

for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, (event) => over(event, true));
zone.addEventListener("dragleave", (event) => over(event, false));
zone.addEventListener("drop", (event) => {
  over(event, false);
  send([...event.dataTransfer.files]);
});

form.addEventListener("submit", (event) => {
  const files = [...chosen.files];
  if (!files.length) return;
  event.preventDefault();
  send(files);
});

area.addEventListener("paste", ({ clipboardData }) => {
  const held = clipboardData.getData("text/html");
  const tabled = /<table/i.test(held) && held.length <= LONGEST_PAGE;
  setTimeout(() => { page.value = tabled ? held : ""; });
});
area.addEventListener("input", ({ inputType }) => { if (inputType !== "insertFromPaste") page.value = ""; });
addEventListener("beforeunload", (event) => { if (sending) event.preventDefault(); });

function over(event, on) {
  event.preventDefault();
  zone.classList.toggle("import-zone-over", on);
}

async function send(files) {
  if (sending || !files.length) return;
  const most = Number(form.dataset.most);
  if (files.length > most) return say(`一批最多${most}份文件，这次选了${files.length}份，请分批导入。`);
  const stop = [...form.querySelectorAll("button, input, select, textarea")].filter((one) => !one.disabled);
  const body = new FormData(form);
  begin(stop);
  try {
    const url = await open(body);
    await each(url, files);
    sending = false;
    location.assign(url);
  } catch (error) {
    sending = false;
    stop.forEach((one) => { one.disabled = false; });
    say(error.message);
  }
  return undefined;
}

function begin(stop) {
  sending = true;
  bar.hidden = false;
  bar.value = 0;
  stop.forEach((one) => { one.disabled = true; });
  say("正在上传，请不要关闭本页。");
}

// A batch for the files to come; only what chooses it is sent.
async function open(given) {
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", "desk"]) body.append(name, given.get(name));
  const { status, data } = await post("", body);
  if (status !== 200 || !data) throw new Error("没有开始导入，请刷新页面后再试。");
  return data.url;
}

async function each(url, files) {
  let done = 0;
  for (const some of portions(files)) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    for (const file of some) body.append("files", file, file.name);
    const { status, data } = await post(url, body);
    if (status !== 200 || !data) throw new Error(`上传到第${done}份时中断，已上传的正在读取，其余的请重新选择。`);
    if (data.problems.length) throw new Error(`${data.problems.join("；")}。`);
    done += some.length;
    bar.value = (100 * done) / files.length;
    say(`已上传${done}份，共${files.length}份。`);
  }
}

async function post(url, body) {
  return ask(url, { method: "POST", body }).catch(() => ({ status: 0, data: null }));
}

// A file that is too large goes without its content: its row says why it was not taken.
function portions(files) {
  const made = [];
  let bytes = Infinity;
  for (const file of files) {
    const most = largest(file);
    const sent = file.size > most ? file.slice(0, most + 1) : file;
    const named = sent === file ? file : new File([sent], file.name);
    bytes += named.size;
    if (bytes > BYTES || made[made.length - 1].length >= AT_ONCE) {
      made.push([]);
      bytes = named.size;
    }
    made[made.length - 1].push(named);
  }
  return made;
}

// So many bytes of a file are of use; an archive may be larger than what is in it.
function largest({ name }) {
  const { megabytes, packed } = form.dataset;
  return Number(/\.zip$/i.test(name) ? packed : megabytes) * 1024 * 1024;
}

function say(text) { words.textContent = text; }
