import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const root = resolve(import.meta.dirname, '../..');
export const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

/** What these tests read of a service. */
export interface Service {
  image: string;
  build?: { context: string; dockerfile: string; args?: Record<string, string> };
  user?: string;
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  tmpfs?: string[];
  networks: string[];
  profiles?: string[];
  restart: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, null>;
}

/** docker-compose.yml with its variables as written. */
export const compose = parse(text, { merge: true }) as Compose;

/** Variables of the file: name, what stands for it when unset, or that it must be set. */
export const variables = [...text.matchAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g)].map(([, name, kind, value]) => ({
  name: name!,
  required: kind === '?',
  usual: kind === '-' ? value! : undefined,
}));

/** A text with the usual values put in. */
export const usual = (value: string): string =>
  value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'secret');
