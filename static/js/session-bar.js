// What the page says of the session while somebody types: a bar that takes neither focus nor keys,
// read out by screen readers, with one button that Alt+L presses from anywhere.

const place = document.querySelector("[data-session-bar]");
const bar = place.firstElementChild;
const words = bar.querySelector("[data-session-bar-words]");
const button = bar.querySelector("button");
let pressed = null;

button.addEventListener("click", () => pressed());
document.addEventListener("keydown", (event) => {
  if (bar.hidden || button.hidden || event.code !== "KeyL" || !event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  button.click();
});

// The box that takes what is typed at this moment; null where there is none, or a dialog has it.
export function typingIn() {
  const box = document.activeElement;
  const takes = box && box.matches("textarea, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=file])");
  return takes && !box.readOnly && !box.closest("dialog") ? box : null;
}

// act: what the button says; without it there is none. press: what it does.
export function showBar(text, act = "", press = null) {
  pressed = press;
  button.hidden = !act;
  button.textContent = act ? `${act}（Alt+L）` : "";
  if (!bar.hidden && words.textContent === text) return;
  words.textContent = text;
  bar.hidden = false;
}

export function hideBar() { bar.hidden = true; }
