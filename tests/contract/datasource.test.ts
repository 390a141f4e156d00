import { spawn, spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const root = resolve(import.meta.dirname, '../..');
// Where `npm start` puts a Go of its own when the machine has none.
const PATH = [resolve(root, '.tools/go/go/bin'), process.env.PATH].join(delimiter);
const hasGo = spawnSync('go', ['version'], { env: { ...process.env, PATH } }).status === 0;

function goTest(env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const args = ['test', '-tags', 'service', '-run', 'TestService', '-count', '1', '-v', './pkg/plugin'];
  const child = spawn('go', args, { cwd: resolve(root, 'plugins/encore-career-app'), env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}

(hasGo ? describe : describe.skip)("the data source's Go part", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(3);
  });
  afterAll(() => service?.stop());

  it('gets an answer of the running service to every query type, and its reasons for refusing', async () => {
    const env = { ...process.env, PATH, NODE_OPTIONS: '', ENCORE_URL: service.url, ENCORE_API_KEY: service.apiKey };
    const { code, output } = await goTest(env);
    const told = output
      .split('\n')
      .filter((line) => !line.startsWith('{'))
      .join('\n');
    expect({ code, told }).toEqual({
      code: 0,
      told: expect.stringContaining('PASS: TestServiceAnswersEveryQueryType'),
    });
  });
});
