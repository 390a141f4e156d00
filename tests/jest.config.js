/**
 * Tests that cross workspaces. Native ES modules:
 * `node --experimental-vm-modules node_modules/jest/bin/jest.js --config tests/jest.config.js --selectProjects start`.
 */
const project = (name, more = {}) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: [`<rootDir>/${name}/**/*.test.ts`],
  ...more,
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, sourceMaps: 'inline' }],
  },
});

const browser = project('browser', {
  globalSetup: '<rootDir>/browser/setup.js',
  globalTeardown: '<rootDir>/browser/teardown.js',
});

export default {
  projects: [project('contract'), project('deploy'), project('start'), project('fuzz'), browser],
  testTimeout: 120_000,
};
