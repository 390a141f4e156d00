/**
 * Tests that cross workspaces. Native ES modules:
 * `node --experimental-vm-modules node_modules/jest/bin/jest.js --config tests/jest.config.js --selectProjects start`.
 */
const project = (name) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: [`<rootDir>/${name}/**/*.test.ts`],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, sourceMaps: 'inline' }],
  },
});

export default { projects: ['contract', 'start', 'browser'].map(project), testTimeout: 120_000 };
