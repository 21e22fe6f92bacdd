import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as webComponents } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const elements = ['packages/*/src/**/*.ts'];

/** The promises of `node:test` are for nested tests; the runner itself waits for those at the top. */
const allowForKnownSafeCalls = ['it', 'describe', 'test', 'suite', 'before', 'after', 'beforeEach', 'afterEach'].map(
  (name) => ({ from: 'package', package: 'node:test', name }),
);

/** The types of Open WC say that `equal` may promise something; it does not. */
const assertions = ['Equal'];

const restrictedSyntax = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of literals: Node strips types, and enums are no types.',
  },
  { selector: '[accessibility="private"]:not([decorators.length>0])', message: 'Private means `#`.' },
];

/** Pages replace `window.Promise` by one of 2016; what async functions promise is the browser's own all the same. */
const restrictedPromises = [
  {
    selector: 'MemberExpression[object.name="Promise"]:not([property.name=/^(all|race|resolve|reject)$/])',
    message: 'Use all, race, resolve and reject only: the page’s own Promise may be an old one without the rest.',
  },
  {
    selector: 'CallExpression[callee.property.name="finally"]',
    message: 'Use then: the page’s own Promise may be an old one without finally.',
  },
  {
    selector: 'BinaryExpression[operator="instanceof"][right.name="Promise"]',
    message: 'Look for then: the page’s own Promise may be another than that of async functions.',
  },
];

/** Names and paths in what is printed are others' words, and a terminal would obey them. */
const rawOutput = {
  selector:
    'MemberExpression[object.object.name="process"][object.property.name=/^std(out|err)$/][property.name="write"]',
  message: 'Use print and printError of terminal.ts: they show what a terminal would obey.',
};

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '.cache/',
    'coverage/',
    'demo/site/',
    'docs/',
    'packages/core/src/graphql/introspection.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'no-console': 'off',
      'no-else-return': 'error',
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // tsc says it already.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['test/packages/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: assertions }],
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    // A migration meets tables as they were then, which no type of today describes.
    files: ['server/src/database/**/*.ts', 'server/src/modules/**/migrations/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    // A module adds its tables to those of all modules in one line.
    files: ['server/src/modules/*/module.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }] },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/graphql/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'graphql', importNames: ['parse'], message: 'Documents are read in graphql/ alone.' }] },
      ],
    },
  },
  {
    files: ['server/src/cli/**/*.ts'],
    ignores: ['server/src/cli/{terminal,generated-file}.ts', 'server/src/cli/print-*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax, rawOutput] },
  },
  {
    files: elements,
    extends: [
      lit['flat/recommended'],
      webComponents['flat/recommended'],
      webComponents['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    rules: {
      'lit/no-classfield-shadowing': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'off',
      'lit/no-private-properties': 'error',
      'lit/no-template-arrow': 'off',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'no-restricted-syntax': ['error', ...restrictedSyntax, ...restrictedPromises],
      // LitElement's own members are never undefined, and the guard costs bytes.
      'wc/guard-super-call': 'off',
    },
  },
);
