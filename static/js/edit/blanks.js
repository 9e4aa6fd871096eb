// What is typed but could not be taken is told as 未保存; it is not called 待填 besides, as
// reports/checks/blanks.py does not.

// The finding without the boxes of which that is told; null where nothing else is left in it.
export function withoutUnsaved(finding, unsaved, draft) {
  if (finding.code === "section-blank") return unsaved.has(`prose.${finding.section}`) ? null : finding;
  if (finding.code !== "blank" || !finding.cells.some((key) => unsaved.has(key))) return finding;
  const cells = finding.cells.filter((key) => !unsaved.has(key));
  const typed = cells.filter((key) => !draft.computed.has(key));
  if (!typed.length) return null;
  return Object.assign({}, finding, { cells, message: words(typed, draft) + rest(finding.message) });
}

function words(keys, draft) {
  const names = keys.slice(0, 2).map((key) => `“${draft.cell(key).label}”`).join("、");
  return `还有${keys.length}格没有填写：${names}${keys.length > 2 ? "等" : ""}`;
}

function rest(message) {
  return message.slice(message.indexOf("。"));
}
