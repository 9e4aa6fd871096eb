// Scripts of the pages: no mistakes that a machine can see, and nothing that Chromium 86 lacks.
import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";
import globals from "globals";
import { newerGlobals, newerMembers } from "./newer.js";

const newerThanES2021 = esx.configs["flat/restrict-to-es2021"].rules;

// Of ES2022, Chromium 86 knows classes with fields. `at` is a word of our own where it is not
// called, and iterators' methods have the names of an array's: those are told apart by `syntax`.
const spared = /no-class-(?!static-block)|-prototype-at$|-iterator-prototype-/;
const off = Object.fromEntries(
  Object.keys(newerThanES2021).filter((rule) => spared.test(rule)).map((rule) => [rule, "off"]),
);
const restricted = [
  ...newerMembers().map((property) => ({ property, message: "It is newer than the oldest browser in use." })),
  { object: "AbortSignal", property: "any" },
  { object: "AbortSignal", property: "timeout" },
];

const syntax = [
  { selector: "CallExpression[callee.property.name='at']", message: "at() is newer than Chromium 86." },
  {
    selector:
      "CallExpression[callee.property.name=/^(map|filter|take|drop|find|some|every|forEach|reduce|flatMap|toArray)$/]" +
      "[callee.object.callee.property.name=/^(values|keys|entries|matchAll)$/]" +
      ":not([callee.object.callee.object.name=/^(Object|Array)$/], [callee.object.callee.object.type='ThisExpression'])",
    message: "Methods of iterators are newer than Chromium 86; spread it into an array first.",
  },
];

const unused = ["error", { caughtErrors: "none", ignoreRestSiblings: true }];

export default [
  { ignores: ["**/node_modules/"] },
  {
    files: ["static/**/*.js"],
    plugins: { compat, "es-x": esx },
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    // compat takes [...one][at] for a call of at(); `syntax` knows better.
    settings: { "es-x": { aggressive: true }, polyfills: ["Array.at"] },
    rules: {
      ...js.configs.recommended.rules,
      ...newerThanES2021,
      ...off,
      "compat/compat": "error",
      eqeqeq: "error",
      "no-unused-vars": unused,
      "no-control-regex": "off", // text that is pasted has them
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-properties": ["error", ...restricted],
      "no-restricted-globals": ["error", ...newerGlobals()],
      "no-restricted-syntax": ["error", ...syntax],
    },
  },
  {
    // The one script for browsers without modules.
    files: ["static/js/old-browser.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
    rules: { "no-var": "off" },
  },
  {
    files: ["tests/js/**/*.js"],
    languageOptions: { sourceType: "module", globals: { ...globals.node, ...globals.browser } },
    rules: { ...js.configs.recommended.rules, "no-unused-vars": unused },
  },
];
