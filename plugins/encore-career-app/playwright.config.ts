import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig, devices } from '@playwright/test';
import { dirname } from 'node:path';

const auth = `${dirname(require.resolve('@grafana/plugin-e2e'))}/auth`;

/** Specs against a running Grafana at GRAFANA_URL, in the Chromium named by CHROMIUM_PATH (the system's by default). */
export default defineConfig<PluginOptions>({
  testDir: '../../tests/e2e',
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  // A machine that builds at the same time is slow; what does not come at all costs two minutes once.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.GRAFANA_URL || 'http://localhost:3000',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
  projects: [
    { name: 'auth', testDir: auth, testMatch: [/.*\.js/] },
    {
      name: 'viewer',
      testDir: auth,
      testMatch: [/.*\.js/],
      use: { user: { user: 'encore-viewer', password: 'viewer', role: 'Viewer' } },
    },
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], storageState: 'playwright/.auth/admin.json' },
      dependencies: ['auth', 'viewer'],
    },
  ],
});
