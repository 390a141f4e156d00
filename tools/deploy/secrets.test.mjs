import { readFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { fillEnvironment } from './secrets.mjs';

describe('the secrets of a deployment', () => {
  const example = '# what it is\nPASSWORD=\nPORT=8080\n';

  it('are made where there are none, long and free of anything that an address would need escaped', () => {
    const { text, made } = fillEnvironment(example, '');
    expect(text).toMatch(/^# what it is\nPASSWORD=[0-9a-f]{48}\nPORT=8080\n$/);
    expect(made).toEqual(['PASSWORD']);
    expect(fillEnvironment(example, '').text).not.toBe(text);
  });

  it('stay as they are the second time, with whatever else somebody has set', () => {
    const known = 'PASSWORD=mine\nPORT=9090\nHTTP_PROXY=http://proxy\n';
    expect(fillEnvironment(example, known)).toEqual({
      text: '# what it is\nPASSWORD=mine\nPORT=9090\nHTTP_PROXY=http://proxy\n',
      made: [],
    });
  });

  it('cover what the compose file needs', () => {
    const { made } = fillEnvironment(readFileSync(inRoot('.env.example'), 'utf8'), '');
    const required = readFileSync(inRoot('docker-compose.yml'), 'utf8').matchAll(/\$\{(\w+):\?/g);
    expect([...made].sort()).toEqual([...new Set([...required].map(([, name]) => name))].sort());
  });
});
