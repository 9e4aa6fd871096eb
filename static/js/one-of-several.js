// Forms that are one of several on their page ([data-one-of]) are answered in a new window, so that
// what is half written in another stays. With scripts: only where something is.

document.addEventListener("submit", ({ target: form }) => {
  if (!form.matches("[data-one-of]")) return;
  const others = [...document.querySelectorAll("[data-one-of]")].filter((other) => other !== form);
  form.target = others.some(isHalfWritten) ? "_blank" : "_self";
}, true);

function isHalfWritten(form) {
  const boxes = [...form.querySelectorAll("textarea, input[type=text], input[type=file]")];
  return boxes.some((box) => box.value !== box.defaultValue);
}
