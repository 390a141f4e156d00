import { readFileSync } from 'node:fs';
import { childEnv } from '../bootstrap/environment.mjs';
import { inRoot, root } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { nothing, skip } from './outcome.mjs';

/** Reads docker-compose.yml with Docker's own client, where there is one. */
export async function composeStage() {
  const has = await run('docker', ['compose', 'version'], { cwd: root, env: childEnv() }).catch(() => undefined);
  if (has?.code !== 0) return skip('docker compose config: there is no docker compose client');
  const asked = readFileSync(inRoot('.env.example'), 'utf8').matchAll(/^(\w+)=$/gm);
  const secrets = Object.fromEntries([...asked].map(([, name = '']) => [name, 'x'.repeat(16)]));
  const { code, output } = await run('docker', ['compose', '--profile', 'demo', 'config', '--quiet'], {
    cwd: root,
    env: { ...childEnv(), ...secrets },
  });
  if (code === 0) return { ...nothing(), passed: 1 };
  return { ...nothing(), failed: 1, output: `── docker compose config (exit code ${code})\n${output}\n` };
}
