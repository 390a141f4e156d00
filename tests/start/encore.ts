import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const tool = resolve(import.meta.dirname, '../../tools/encore.mjs');

export interface Encore {
  pid: number;
  /** All that it printed. */
  output: () => string;
  /** Exit code. */
  exited: Promise<number | null>;
  /** Resolves with the API's address; rejects when it ends first. */
  ready: Promise<string>;
  kill: (signal: NodeJS.Signals) => void;
}

/** `npm start` as a real process of its own, without demo careers, on any free port. */
export function startEncore(dataDir: string, env: NodeJS.ProcessEnv = {}): Encore {
  const { DATABASE_URL: _url, DATABASE_ADMIN_URL: _admin, GRAFANA_HOME: _grafana, ...inherited } = process.env;
  const child = spawn(process.execPath, [tool, 'start', '--no-demo'], {
    env: { ...inherited, ENCORE_DATA_DIR: dataDir, PORT: '0', NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number | null>((done) => child.once('close', done));
  const ready = new Promise<string>((done, fail) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /API +(http:\S+)\/docs/.exec(output)?.[1];
      if (address && output.includes('Ctrl-C')) done(address);
    });
    void exited.then((code) => fail(new Error(`ended with ${code}:\n${output}`)));
  });
  ready.catch(() => undefined);
  const { pid } = child;
  if (pid === undefined) throw new Error('the process has no id');
  return { pid, output: () => output, exited, ready, kill: (signal) => void child.kill(signal) };
}

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Every process that descends from `pid`, read from /proc. */
export function descendants(pid: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const found: Process[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const next = all.filter((one) => parents.includes(one.parent));
    found.push(...next);
    parents = next.map((one) => one.pid);
  }
  return found;
}

function readProcess(name: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }];
  } catch {
    return [];
  }
}

/** Waits until none of the processes is alive; returns those that still are after the time. */
export async function survivors(processes: Process[], timeoutMs: number): Promise<Process[]> {
  const alive = () => processes.filter(({ pid, command }) => readProcess(String(pid))[0]?.command === command);
  for (const end = Date.now() + timeoutMs; Date.now() < end && alive().length > 0; ) await sleep(50);
  return alive();
}

/** Calls `look` until it gives something. */
export async function eventually<T>(look: () => T | undefined, timeoutMs: number): Promise<T> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(50)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error(`not seen within ${timeoutMs} ms`);
}
