// Opens and closes a <dialog>, also in browsers that know the element only by name.

export function open(dialog) {
  if (dialog.open) return;
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}

export function close(dialog) {
  if (dialog.close) dialog.close();
  else dialog.removeAttribute("open");
}

// Resolves to true when the person presses the second button, to false in every other case.
export function confirm(question, act = "确定") {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    const text = document.createElement("p");
    text.id = "confirm-question";
    text.textContent = question;
    dialog.setAttribute("aria-labelledby", text.id);
    const buttons = document.createElement("p");
    buttons.className = "dialog-buttons";
    const done = (answer) => {
      close(dialog);
      dialog.remove();
      resolve(answer);
    };
    buttons.append(button("取消", "btn", () => done(false)), button(act, "btn btn-primary", () => done(true)));
    dialog.append(text, buttons);
    dialog.addEventListener("cancel", () => done(false));
    document.body.append(dialog);
    open(dialog);
  });
}

function button(text, className, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}
