import { delimiter, dirname, join } from 'node:path';
import { toolsHome } from '../paths.mjs';

/**
 * The environment with folders put first in the PATH (Windows spells the variable `Path`).
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} folders
 */
export function withPath(env, folders) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [name]: [...folders, env[name] ?? ''].filter(Boolean).join(delimiter) };
}

/** What npm tells a script about itself would mislead another npm. Settings (registry, certificates) stay. */
export function cleanEnv(env = process.env) {
  const misleading = /^npm_(lifecycle_|package_|command$|config_(local_prefix|global_prefix|prefix|user_agent)$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !misleading.test(name)));
}

/**
 * The environment of every program that the tools start: this Node first in the PATH, compiled code kept for the next
 * start (a third of the backend's time to load), and TypeScript files run also where this Node asks for a flag.
 */
export function childEnv() {
  const env = withPath(cleanEnv(), [dirname(process.execPath)]);
  env.NODE_COMPILE_CACHE ??= join(toolsHome, 'compile-cache');
  if (!('typescript' in process.features)) {
    env.NODE_OPTIONS =
      `${env.NODE_OPTIONS ?? ''} --experimental-strip-types --disable-warning=ExperimentalWarning`.trim();
  }
  return env;
}
