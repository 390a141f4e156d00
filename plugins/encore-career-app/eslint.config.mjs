import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';

import baseConfig from './.config/eslint.config.mjs';

const internal = {
  group: ['@grafana/*/internal', '@grafana/*/internal/**', '@grafana/*/dist/**'],
  message: 'Grafana does not share this module with plugins: it compiles and fails at load.',
};

export default defineConfig([
  { ignores: ['**/dist/', '**/coverage/', '**/node_modules/', 'playwright-report/', 'test-results/', 'playwright/'] },
  ...baseConfig,
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [internal] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    },
  },
  prettier,
]);
