import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Which folder may import which is held by scripts/check-layers.mjs, which also follows imports through files.
export default tseslint.config(
  { ignores: ["node_modules/", ".next/", "dist/", ".parley*/", "lib/db/client/", "next-env.d.ts", "test-results/", "**/*.d.ts", ".*.mts"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "no-console": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-constant-binary-expression": "error",
      "no-self-compare": "error",
      "no-unused-private-class-members": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
    },
  },
  {
    files: ["**/*.tsx", "components/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    // What a server under test answers is looked at, not trusted; a schema for it would be the code under test again.
    files: ["tests/**"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  {
    // Scripts are plain JavaScript so that they run before anything is installed; types are in comments.
    files: ["**/*.mjs"],
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
  },
);
