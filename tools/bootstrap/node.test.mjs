import { cleanEnv, withPath } from './environment.mjs';
import { isRecent } from './node.mjs';

describe('the Node that runs Encore', () => {
  it.each([
    ['18.20.8', false],
    ['20.19.5', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['24.21.0', true],
    ['100.0.0', true],
  ])('%s: %s', (version, recent) => {
    expect(isRecent(version)).toBe(recent);
  });

  it('comes first in the PATH, however the system spells it', () => {
    expect(withPath({ Path: 'b' }, ['a']).Path).toMatch(/^a.b$/);
    expect(withPath({}, ['a']).PATH).toBe('a');
  });

  it('hides from an inner npm what the outer one says about itself, and keeps its settings', () => {
    const env = { npm_package_name: 'x', npm_config_local_prefix: '/x', npm_config_registry: 'https://registry' };
    expect(cleanEnv(env)).toEqual({ npm_config_registry: 'https://registry' });
  });
});
