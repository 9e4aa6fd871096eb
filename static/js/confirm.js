// Asks the question in data-confirm, of a form or of the button that sends it, before it is sent; without
// scripts it is just sent.
import { confirm } from "./dialog.js";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const pressed = event.submitter;
  const question = (pressed && pressed.dataset.confirm) || form.dataset.confirm;
  if (!question || event.defaultPrevented) return;
  event.preventDefault();
  if (!(await confirm(question, pressed ? pressed.textContent.trim() : undefined))) return;
  keepPressed(form, pressed);
  form.submit();
});

// form.submit() forgets which button was pressed; a hidden field of the same name remembers it.
function keepPressed(form, pressed) {
  if (!pressed || !pressed.name) return;
  const kept = document.createElement("input");
  kept.type = "hidden";
  kept.name = pressed.name;
  kept.value = pressed.value;
  form.append(kept);
}
