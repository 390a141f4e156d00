import { missingOptional } from './lockfile.mjs';

describe('the lock file', () => {
  it('gets the optional packages that npm left out, with the machines they are for', () => {
    const packages = {
      '': {},
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@tool/core-linux-x64-musl': '1.0.0', '@tool/core-win32-arm64-msvc': '1.0.0' },
      },
      'node_modules/@tool/core-linux-x64-musl': { version: '1.0.0' },
    };
    expect(missingOptional(packages)).toEqual({
      'node_modules/@tool/core-win32-arm64-msvc': {
        version: '1.0.0',
        os: ['win32'],
        cpu: ['arm64'],
        dev: true,
        optional: true,
      },
    });
  });

  it('is complete when the package stands in a folder nearer by', () => {
    const packages = {
      'node_modules/a/node_modules/b': { optionalDependencies: { c: '2.0.0' } },
      'node_modules/a/node_modules/c': { version: '2.0.0' },
    };
    expect(missingOptional(packages)).toEqual({});
  });
});
