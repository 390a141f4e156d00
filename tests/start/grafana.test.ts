import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGrafana, grafanaSpec } from '../../tools/start/grafana.mjs';
import { Supervisor } from '../../tools/start/supervisor.mjs';
import { eventually, survivors } from './encore.ts';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

// A script in Grafana's place: what matters is what happens to it and to the plugins that it has started.
onLinux('a Grafana that comes with npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'encore-grafana-'));
  const pidFile = join(folder, 'plugin');
  const program = join(folder, 'bin', 'grafana');

  beforeAll(() => {
    for (const name of ['bin', 'conf', 'data/logs']) mkdirSync(join(folder, name), { recursive: true });
  });
  beforeEach(() => rmSync(pidFile, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** It starts a plugin as Grafana does, waits until that runs, and then does what is asked. */
  function installation(then: string) {
    const plugin = `sh -c 'echo $$ > ${pidFile}; exec sleep 600' &`;
    writeFileSync(program, `#!/bin/sh\n${plugin}\nwhile [ ! -s ${pidFile} ]; do sleep 0.05; done\n${then}\n`);
    chmodSync(program, 0o755);
    const options = { dataDir: join(folder, 'data'), port: 1, apiUrl: 'http://127.0.0.1:2', apiKey: 'enc_1' };
    return grafanaSpec(findGrafana(folder)!, { ...options, logFile: join(folder, 'log'), env: process.env });
  }

  const left = () => {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    return survivors([{ pid, parent: 0, command: 'sleep 600 ' }], 5_000);
  };

  it('that cannot start is told with its last lines, and leaves no plugin of it running', async () => {
    const supervisor = new Supervisor();
    const spec = installation('echo "wrong provisioning in $GF_PATHS_PROVISIONING"; exit 3');
    await expect(supervisor.start(spec)).rejects.toMatchObject({
      message: 'Grafana did not start (exit code 3); its last lines are above',
      details: expect.stringContaining('wrong provisioning in /'),
    });
    expect(await left()).toEqual([]);
    await supervisor.stop();
  });

  it('that hangs while it starts is ended with everything else', async () => {
    const supervisor = new Supervisor();
    const started = supervisor.start(installation('wait')).catch((error: Error) => error);
    await eventually(() => existsSync(pidFile) || undefined, 5_000);
    await supervisor.stop();
    expect(await started).toBeInstanceOf(Error);
    expect(await left()).toEqual([]);
  });
});
