// Of the box one stands in: how many cases of the agency's register it counts, with a link to them.

export function showRegister({ draft, line }) {
  const { url, counts } = draft.facts.register;
  const link = line.querySelector("a");

  document.addEventListener("nianbao:place", ({ detail }) => {
    const count = counts[detail.key];
    line.hidden = count === undefined;
    if (line.hidden) return;
    link.href = url.replace(/-\/$/, `${detail.key}/`);
    link.textContent = `台账${count}件，查看编号`;
  });
}
