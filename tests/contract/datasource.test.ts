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

(hasGo ? describe : describe.skip)("the data source's Go part, in front of the running service", () => {
  let service: Service;
  let answer: { code: number | null; told: string };
  beforeAll(async () => {
    service = await startService(3);
    const env = { ...process.env, PATH, NODE_OPTIONS: '', ENCORE_URL: service.url, ENCORE_API_KEY: service.apiKey };
    const { code, output } = await goTest(env);
    const lines = output.split('\n').filter((line) => !line.startsWith('{'));
    answer = { code, told: lines.join('\n') };
  });
  afterAll(() => service?.stop());

  it.each([
    ['says which service and database it is connected to', 'TestServiceIsHealthyAndNamesItself'],
    ['gets an answer to every query type, in panels and in alerts', 'TestServiceAnswersEveryQueryTypeThroughGo'],
    ['passes on why a parameter is refused', 'TestServiceNamesTheParameterThatIsWrong'],
    ['uploads a file of several parts for an editor, every row once', 'TestServiceTakesAnUploadInParts'],
    ['keeps a viewer from writing', 'TestServiceIsNotReachedByAViewerWhoWrites'],
    ['saves and deletes scenarios for an editor, and shows a viewer the list', 'TestServiceKeepsScenariosForEditors'],
    ['passes on that a part arrived damaged', 'TestServiceRefusesAPartThatArrivesDamaged'],
  ])('%s', (_says, test) => {
    expect(answer.told).toContain(`--- PASS: ${test}`);
  });

  it('fails in nothing else', () => {
    expect(answer).toEqual({ code: 0, told: expect.not.stringContaining('FAIL') });
  });
});
