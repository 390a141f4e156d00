/** Plain JavaScript modules: run with `node --experimental-vm-modules`. */
export default {
  displayName: 'tools',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.mjs'],
  transform: {},
};
