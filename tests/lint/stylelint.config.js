// Style sheets of the pages: no mistakes that a machine can see, and nothing that Chromium 86 lacks.
export default {
  plugins: ["stylelint-no-unsupported-browser-features", "./compat-data.js"],
  rules: {
    "nianbao/compat-data": true,
    "plugin/no-unsupported-browser-features": [
      true,
      {
        // Known in part, or told apart badly; what is missing is told by compat-data.
        ignore: [
          "css-clip-path", "css-logical-props", "css-masks", "css-not-sel-list", "css-overflow",
          "css-sticky", "css-text-indent", "multicolumn", "text-decoration",
        ],
      },
    ],
    "block-no-empty": true,
    "color-no-invalid-hex": true,
    "declaration-block-no-duplicate-properties": [true, { ignore: ["consecutive-duplicates-with-different-values"] }],
    "declaration-property-value-no-unknown": true,
    "no-duplicate-at-import-rules": true,
    "no-duplicate-selectors": null,
    "no-invalid-double-slash-comments": true,
    "property-no-unknown": true,
    "selector-pseudo-class-no-unknown": true,
    "selector-pseudo-element-no-unknown": true,
    "selector-type-no-unknown": true,
    "unit-no-unknown": true,
  },
};
