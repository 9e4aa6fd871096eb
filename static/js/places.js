// A press on what names places of the paper ([data-places]) shows and lights them.

const ofPlace = (key) => `[data-cell="${CSS.escape(key)}"], [data-key="${CSS.escape(key)}"]`;

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-places]");
  if (!link) return;
  const places = link.dataset.places.split(" ").filter(Boolean);
  const found = places.map((key) => document.querySelector(ofPlace(key))).filter(Boolean);
  if (!found.length) return;
  event.preventDefault();
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const place of found) place.classList.add("lit");
  found[0].scrollIntoView({ block: "center" });
});
