/** Plain JavaScript modules: run with `node --experimental-vm-modules`. */
export default {
  displayName: 'tools',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.mjs'],
  transform: {},
  // A database is made in seconds, on a busy machine in many.
  testTimeout: 60_000,
};
