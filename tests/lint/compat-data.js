// A rule for stylelint: every property, value, unit, function, selector and at-rule is one that the
// oldest browser of .browserslistrc has. The other plugin knows features, this one knows names.
import stylelint from "stylelint";
import { css, isNewer } from "./newer.js";

export const ruleName = "nianbao/compat-data";
const messages = stylelint.utils.ruleMessages(ruleName, {
  newer: (what) => `"${what}" is newer than the oldest browser in use`,
});

const functions = new Map(Object.values(css.types).flatMap((type) => Object.entries(type)).concat(Object.entries(css.types)));
const units = new Map(Object.entries(css.types.length));

function rule(primary) {
  return (root, result) => {
    if (!primary) return;
    const report = (node, what) => stylelint.utils.report({ ruleName, result, node, message: messages.newer(what), word: what });
    root.walkDecls((node) => newerInDeclaration(node).forEach((what) => report(node, what)));
    root.walkRules((node) => newerInSelector(node.selector).forEach((what) => report(node, what)));
    root.walkAtRules((node) => {
      if (isNewer(css["at-rules"][node.name])) report(node, node.name);
      if (node.name === "supports") newerInSelector(node.params).forEach((what) => report(node, what));
    });
  };
}

function newerInDeclaration({ prop, value }) {
  if (prop.startsWith("--")) return newerInValue(value);
  const property = css.properties[prop];
  if (isNewer(property)) return [prop];
  const words = value.toLowerCase().match(/[a-z][a-z-]*/g) || [];
  const keywords = words.filter((word) => property?.[word] && isNewer(property[word]));
  return [...keywords, ...newerInValue(value)];
}

function newerInValue(value) {
  const called = [...value.matchAll(/([a-z][a-z-]*)\(/g)].map(([, name]) => name);
  const measured = [...value.matchAll(/\d([a-z]+)\b/g)].map(([, name]) => name);
  return [
    ...called.filter((name) => isNewer(functions.get(name))),
    ...measured.filter((name) => isNewer(units.get(name))),
  ];
}

function newerInSelector(selector) {
  const plain = selector.replace(/"[^"]*"|'[^']*'/g, "");
  const names = [...plain.matchAll(/::?([a-z-]+)/g)].map(([, name]) => name);
  const lists = isNewer(css.selectors.not["selector_list"]) ? plain.match(/:not\([^)]*[,\s>+~][^)]*\)/g) || [] : [];
  return [...names.filter((name) => isNewer(css.selectors[name])), ...lists];
}

rule.ruleName = ruleName;
rule.messages = messages;
export default stylelint.createPlugin(ruleName, rule);
