// Buckets and axis labels are in UTC on every machine that runs the tests.
process.env.TZ = 'UTC';

const base = require('./.config/jest.config');

module.exports = {
  ...base,
  transform: {
    ...base.transform,
    // d3-color and others ship ES modules as .mjs
    '^.+\\.mjs$': base.transform['^.+\\.(t|j)sx?$'],
  },
};
