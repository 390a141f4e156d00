import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFlags } from '../../tools/start/nodeFlags.mjs';
import { grafanaSpec } from '../../tools/start/grafana.mjs';
import { readDockerfile, environmentOf } from './dockerfile.ts';
import type { Stage } from './dockerfile.ts';
import { isIgnored } from './ignored.ts';
import { compose, root, usual } from './compose.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const paths = [...new Set(Object.values(compose.services).flatMap(({ build }) => build?.dockerfile ?? []))];
const images = paths.map((path) => ({ path, ...readDockerfile(path) }));
const imageOf = (service: string) => images.find(({ path }) => path === compose.services[service]!.build?.dockerfile)!;
const last = (service: string): Stage => imageOf(service).stages.at(-1)!;
const sourcesOf = ({ instructions }: Stage) =>
  instructions.filter(({ name, flags }) => name === 'COPY' && !flags.from).flatMap(({ args }) => args.slice(0, -1));
/** What git knows: an image is made from a fresh checkout. */
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');

describe.each(images)('$path', ({ path, global, stages }) => {
  it('is where the compose file says, and its context is the checkout', () => {
    expect(existsSync(join(root, path))).toBe(true);
    for (const { build } of Object.values(compose.services)) if (build) expect(build.context).toBe('.');
  });

  it('copies only what a fresh checkout has and the context keeps', () => {
    for (const source of stages.flatMap(sourcesOf)) {
      const files = tracked.filter((file) => file === source || file.startsWith(`${source}/`));
      expect({ source, files: files.length > 0 }).toEqual({ source, files: true });
      expect({ source, ignored: isIgnored(source) }).toEqual({ source, ignored: false });
    }
  });

  it('builds in several stages, copies from stages that there are, and uses each', () => {
    const names = stages.flatMap(({ name }) => name ?? []);
    const used = [
      ...stages.map(({ base }) => base),
      ...stages.flatMap(({ instructions }) => instructions.flatMap(({ flags }) => flags.from ?? [])),
    ];
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !used.includes(name))).toEqual([]);
    const foreign = used.filter((name) => !names.includes(name) && !/^(node|golang|grafana\/grafana):/.test(name));
    expect(foreign).toEqual([]);
  });

  it('does not run as root', () => {
    const users = stages
      .at(-1)!
      .instructions.filter(({ name }) => name === 'USER')
      .flatMap(({ args }) => args);
    expect(users.at(-1)).toMatch(/^(node|472)$/);
  });

  it('copies the manifest of every workspace before it installs, so that the lock file fits', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
    const copied = stages.flatMap(sourcesOf);
    expect(copied).toEqual(expect.arrayContaining(workspaces.map((folder) => `${folder}/package.json`)));
  });

  it('names a Node and a Go that the sources take', () => {
    const [, node] = /NODE_VERSION=(\d+)/.exec(global.map(({ args }) => args.join()).join()) ?? [];
    expect(Number(node)).toBeGreaterThanOrEqual(22);
    const [, go] = /GO_VERSION=([\d.]+)/.exec(global.map(({ args }) => args.join()).join()) ?? [];
    const [, wanted = ''] = /^go (\d+\.\d+)/m.exec(read('plugins/encore-career-app/go.mod')) ?? [];
    if (go) expect(go).toBe(wanted);
  });
});

it('no secret, no build of this machine and no database gets into an image', () => {
  const private_ = ['.env', '.env.local', '.encore/api-key', '.git/config', '.tools/node', 'node_modules/pg/index.js'];
  const built = ['ml-backend/dist/cli.js', 'plugins/encore-career-app/node_modules/x', 'preview/dist/index.html'];
  for (const path of [...private_, ...built, 'ml-backend/.env', 'docs/queries.md']) {
    expect({ path, ignored: isIgnored(path) }).toEqual({ path, ignored: true });
  }
});

describe('the backend’s image', () => {
  const env = environmentOf(last('ml-backend'));

  it('listens where its port is opened, published and asked for its health', () => {
    const exposed = last('ml-backend')
      .instructions.filter(({ name }) => name === 'EXPOSE')
      .flatMap(({ args }) => args);
    const { ports = [], healthcheck } = compose.services['ml-backend']!;
    expect(exposed).toEqual([env.PORT]);
    expect(ports.map((port) => usual(port).split(':').at(-1))).toEqual([env.PORT]);
    const [url] = /http:[^']+/.exec(healthcheck!.test.join(' ')) ?? [];
    expect(url).toBe(`http://127.0.0.1:${env.PORT}/health/ready`);
    expect(read('ml-backend/src/http/health.ts')).toContain("'/health/ready'");
    expect(compose.services.grafana!.environment!.ENCORE_API_URL).toBe(`http://ml-backend:${env.PORT}`);
  });

  it('has only settings that the backend or Node reads', () => {
    const code = read('ml-backend/src/environment.mjs') + read('ml-backend/src/config.ts');
    const given = { ...env, ...compose.services['ml-backend']!.environment };
    for (const name of Object.keys(given)) {
      if (!['NODE_ENV', 'TMPDIR'].includes(name))
        expect({ name, read: code.includes(name) }).toEqual({ name, read: true });
    }
  });

  it('has a folder for uploads that its user may write, and the volume is there', () => {
    const made = last('ml-backend').instructions.find(({ name, args }) => name === 'RUN' && args.includes(env.TMPDIR!));
    expect(made?.args).toEqual(expect.arrayContaining(['--owner=node']));
    expect(compose.services['ml-backend']!.volumes).toEqual([`spool:${env.TMPDIR}`]);
  });

  it('holds what the built code reads beside itself', () => {
    const targets = last('ml-backend')
      .instructions.filter(({ name }) => name === 'COPY')
      .map(({ args }) => args.at(-1));
    expect(targets).toEqual(expect.arrayContaining(['migrations', 'models', 'dist']));
  });

  it('runs commands that the command line knows', () => {
    const known = read('ml-backend/src/cli.ts');
    for (const name of ['migrate', 'demo', 'ml-backend', 'ml-worker']) {
      const { command = [] } = compose.services[name]!;
      const line = command.join(' ');
      const called = [...line.matchAll(/cli\.js (\w+)/g)].map(([, one]) => one!);
      for (const one of called.length > 0 ? called : [command[0]!]) expect(known).toContain(`${one}: () =>`);
    }
    const { command } = compose.services['ml-worker']!;
    expect(read('ml-backend/src/cli/work.ts')).toContain(`${command![1]} <file>`);
  });

  it('runs the backend with the flags that npm start gives it', () => {
    expect(read('ml-backend/Dockerfile')).toContain(
      `ENTRYPOINT ${JSON.stringify(['node', ...nodeFlags, 'dist/cli.js']).replaceAll(',', ', ')}`
    );
  });

  it('calls the worker well while its heartbeat is less than a minute old', () => {
    const { command, healthcheck } = compose.services['ml-worker']!;
    const [kind, program, ...args] = healthcheck!.test;
    expect([kind, program, args.at(-1)]).toEqual(['CMD', 'node', command!.at(-1)]);
    const folder = mkdtempSync(join(tmpdir(), 'encore-heartbeat-'));
    const heartbeat = join(folder, 'beat');
    const check = () =>
      spawnSync(process.execPath, [...args.slice(0, -1), heartbeat], { env: { ...process.env, NODE_OPTIONS: '' } })
        .status;
    try {
      expect(check()).toBe(1);
      writeFileSync(heartbeat, '');
      expect(check()).toBe(0);
      const old = Date.now() / 1000 - 61;
      utimesSync(heartbeat, old, old);
      expect(check()).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('Grafana’s image', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'encore-deploy-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const env = environmentOf(last('grafana'));
  const given = { ...env, ...compose.services.grafana!.environment };

  it('is the version for which the plugin is built', () => {
    const [, version] =
      /GRAFANA_VERSION=(\S+)/.exec(
        imageOf('grafana')
          .global.map(({ args }) => args.join())
          .join()
      ) ?? [];
    const { dependencies } = JSON.parse(read('plugins/encore-career-app/package.json')) as {
      dependencies: Record<string, string>;
    };
    expect(version).toBe(dependencies['@grafana/data']);
    expect(usual(compose.services.grafana!.build!.args!.GRAFANA_VERSION!)).toBe(version);
  });

  it('puts plugin, provisioning and dashboards where Grafana looks for them', () => {
    const copies = last('grafana').instructions.filter(({ name }) => name === 'COPY');
    const to = (source: RegExp) => copies.filter(({ args }) => source.test(args[0]!)).map(({ args }) => args.at(-1));
    expect(to(/dist$/)).toEqual(Array(2).fill(`${env.GF_PATHS_PLUGINS}/encore-career-app`));
    expect(to(/^provisioning$/)).toEqual([env.GF_PATHS_PROVISIONING]);
    expect(to(/^dashboards\/json$/)).toEqual([env.ENCORE_DASHBOARDS_DIR]);
  });

  it('gives the provisioning files every variable that they name', () => {
    const files = tracked.filter((file) => /^provisioning\/.*\.ya?ml$/.test(file)).map(read);
    const asked = files.flatMap((text) =>
      [...text.replace(/^\s*#.*$/gm, '').matchAll(/\$(?:__env\{)?(\w+)/g)].map(([, name]) => name!)
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const name of asked) expect(Object.keys(given)).toContain(name);
  });

  it('has the settings with which npm start runs Grafana', () => {
    const options = {
      dataDir,
      logFile: '',
      port: 3000,
      apiUrl: '',
      apiKey: '',
      env: {},
    };
    const local = grafanaSpec({ program: '', home: '' }, options).env as Record<string, string>;
    // The image says these itself: where its data, its log and its address are.
    const own = /^GF_(PATHS_(DATA|LOGS)|SERVER_HTTP_(ADDR|PORT))$/;
    for (const [name, value] of Object.entries(local)) {
      if (!name.startsWith('GF_') || own.test(name)) continue;
      expect(Object.keys(given)).toContain(name);
      if (!name.startsWith('GF_PATHS_'))
        expect({ name, value: given[name]!.split(',').sort().join() }).toEqual({
          name,
          value: value.split(',').sort().join(),
        });
    }
  });

  it('answers on the port that is published and asked for its health, and sends mail to the catcher', () => {
    const { ports = [], healthcheck } = compose.services.grafana!;
    expect(ports.map((port) => usual(port).split(':').at(-1))).toEqual(['3000']);
    expect(healthcheck!.test.at(-1)).toBe('http://127.0.0.1:3000/api/health');
    expect(given.GF_SMTP_HOST).toBe('mailpit:1025');
    expect(compose.services.mailpit!.networks).toEqual(compose.services.grafana!.networks);
  });
});

it('the database’s roles are those that the addresses name', () => {
  const sql = read('tools/postgres/roles.sql');
  const { DATABASE_URL = '', DATABASE_ADMIN_URL = '' } = compose.services['ml-backend']!.environment!;
  const users = [DATABASE_URL, DATABASE_ADMIN_URL].map((url) => new URL(usual(url)));
  expect(users.map(({ username }) => username)).toEqual(['encore_app', 'encore_owner']);
  for (const { username, pathname, hostname } of users) {
    expect(sql).toContain(`CREATE ROLE ${username} LOGIN NOSUPERUSER NOBYPASSRLS`);
    expect(sql).toContain(`CREATE DATABASE ${pathname.slice(1)} OWNER encore_owner`);
    expect(Object.keys(compose.services)).toContain(hostname);
  }
  const script = read('deploy/postgres/10-roles.sh');
  const { environment = {}, volumes = [] } = compose.services.postgres!;
  for (const [, name] of script.matchAll(/\\getenv \w+ (\w+)/g)) expect(Object.keys(environment)).toContain(name);
  const [, included] = /\\i (\S+)/.exec(script) ?? [];
  expect(volumes).toContain(`./tools/postgres/roles.sql:${included}:ro`);
});
