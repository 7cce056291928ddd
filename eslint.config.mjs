import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';

/** A wall: files under `from` may not import anything that matches `never` (the reason is shown to whoever tries). */
const wall = (from, never, because) => ({
  files: from,
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: never, message: because }] }],
  },
});

const FS = '^(node:)?fs(/promises)?$';

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'templates', 'test/golden', 'preview/page/vendor'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import-x/no-cycle': 'error',
      'no-console': 'error',
      complexity: ['error', 12],
      'max-lines': ['error', { max: 250, skipComments: false }],
    },
  },
  wall(
    ['generator/diagnostics/**'],
    `${FS}|\\.\\./(?!diagnostics)`,
    'diagnostics imports nothing of ours and touches no file',
  ),
  wall(
    ['generator/model/**', 'generator/check/**'],
    `${FS}|/(compile|render|kore|package)/`,
    'model and check know nothing of what comes out',
  ),
  wall(
    ['generator/compile/**'],
    `${FS}|/(render|package|source)/`,
    'compile decides; it never encodes, reads or writes',
  ),
  wall(['generator/render/**'], '/(model|source|check|compile)/(?!plan)', 'render knows plans and templates only'),
  wall(['apis/graphql/**'], `${FS}|\\.\\./(?!graphql|diagnostics)`, 'the GraphQL reader stands alone'),
  wall(['generator/**'], '/preview/|^(\\.\\./)+(preview|deploy)/', 'the generator never imports preview or deploy'),
  wall(
    ['deploy/**'],
    '/generator/(?!diff/|kore/(format|read-export)|package/pack)|/preview/',
    'deploy knows what was built, not how',
  ),
  wall(
    ['preview/**'],
    '/generator/(?!kore/(format|read-export)|graphql/schema)',
    'preview plays what was built; it knows the export format, its reader and the GraphQL schema reader only',
  ),
  {
    files: [
      'cli/generator/program.ts',
      'cli/generator/**',
      'preview/chat/**',
      'cli/preview/program.ts',
      'cli/deploy/program.ts',
      'test/bench/**',
      'test/fuzz/**',
      'test/soak/**',
    ],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  { files: ['**/*.mjs', '**/*.mts', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
