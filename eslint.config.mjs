import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Rooms with numbers in and numbers out; what they may import is held by .dependency-cruiser.mjs. */
const pureRooms = 'ml-backend/src/{forecasting,learners,anomalies,explain,fairness,frames,insights}/**/*.ts';
const pureFiles = [
  'ml-backend/src/features/definitions.ts',
  'ml-backend/src/alerts/{rules,expressions,state}{.ts,/**}',
];
const comesAsArgument = 'the clock, chance and the environment come into a pure room as arguments';

/** Everything but the plugin, which keeps create-plugin's own base: plugins/encore-career-app/eslint.config.mjs. */
export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '.tools/', '.encore*/', 'plugins/', '**/*.gen.ts', 'coverage/']),
  tseslint.configs.recommended,
  {
    files: ['{ml-backend,dashboards,preview,bench}/src/**/*.{ts,tsx}', 'tests/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/require-await': 'off', // Fastify handlers are async by contract
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: [pureRooms, ...pureFiles],
    ignores: ['**/*.test.ts', '**/pretrain*', '**/pretrain/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval'].map((name) => ({
          name,
          message: comesAsArgument,
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: comesAsArgument },
        { object: 'Math', property: 'random', message: comesAsArgument },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: comesAsArgument },
      ],
    },
  },
  {
    // Test files tell one behaviour after the other; assertions on `any` JSON are their trade.
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
  prettier
);
