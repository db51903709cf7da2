import tseslint from 'typescript-eslint';

export default tseslint.config(
  // The lessons' own files are checked where they end up: in apps/.
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'dist-packages/',
      'tools/packages/outside/',
      'dist-reference/',
      'dist-executable/',
      '.nx/',
      '.demo/',
      'playground/',
      '.workshop/',
      'workshop/[0-9]*/*/',
      '**/*.mjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      eqeqeq: 'error',
    },
  },
  // A file has one subject. Tests may list more cases than that.
  { files: ['**/*.ts'], ignores: ['**/*.test.ts', '**/test/**'], rules: { 'max-lines': ['error', 240] } },
  // SQL is in stores, and nowhere else: docs/architecture.md.
  {
    files: ['libs/embedded-broker/src/**/*.ts'],
    ignores: ['libs/embedded-broker/src/database/**', '**/store.ts', '**/*-store.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression > MemberExpression.callee[property.name=/^(all|get|run|insert|execute)$/]:matches([object.name='database'], [object.property.name='database'])",
          message: 'Put SQL into a store.ts or a …-store.ts.',
        },
      ],
    },
  },
);
