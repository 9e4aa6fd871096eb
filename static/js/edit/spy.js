// Marks in the rail the section that stands at the top of the view.

export function followReading(form, rail) {
  const sections = [...form.querySelectorAll("[data-section]")];
  const items = new Map([...rail.querySelectorAll("[data-rail]")].map((item) => [item.dataset.rail, item]));
  let current = null;
  function look() {
    const line = innerHeight * 0.35;
    const above = sections.filter((section) => section.getBoundingClientRect().top < line);
    const now = items.get((above[above.length - 1] || sections[0]).dataset.section);
    if (now === current) return;
    if (current) current.removeAttribute("aria-current");
    now.setAttribute("aria-current", "true");
    current = now;
  }
  let due = false;
  addEventListener("scroll", () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; look(); });
  }, { passive: true });
  look();
}
