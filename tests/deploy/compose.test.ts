import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { compose, root, text, usual, variables } from './compose.ts';
import type { Service } from './compose.ts';

const services = Object.entries(compose.services).map(([name, service]) => ({ name, service }));
const long = services.filter(({ service }) => !service.restart.startsWith('on-failure'));

describe('docker-compose.yml', () => {
  it('fits the JSON schema of the Compose specification', () => {
    const file = join(root, 'node_modules/dclint/schemas/compose.schema.json');
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    const { $schema, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect($schema).toContain('draft-07');
    const validate = ajv.compile(schema);
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  it('has Grafana, PostgreSQL, the API, its worker and a mail catcher', () => {
    const names = services.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['grafana', 'postgres', 'ml-backend', 'ml-worker', 'mailpit']));
    expect(compose.services.postgres!.image).toMatch(/^postgres:18\b/);
    expect(usual(compose.services.grafana!.build!.args!.GRAFANA_VERSION!)).toBe('12.3.3');
  });

  it('uses variables that .env.example explains, with the same usual values', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const told = Object.fromEntries([...example.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
    for (const { name, required, usual: value } of variables) {
      expect({ name, value: told[name] }).toEqual({ name, value: required ? '' : value });
    }
    expect(Object.keys(told).sort()).toEqual([...new Set(variables.map(({ name }) => name))].sort());
  });

  it('has no password of its own: each is asked for, and the start ends where one is missing', () => {
    const secret = /PASSWORD|_KEY$|SECRET/;
    for (const { name, required } of variables)
      expect({ name, required }).toEqual({ name, required: secret.test(name) });
    for (const { service } of services) {
      for (const [name, value] of Object.entries(service.environment ?? {})) {
        if (secret.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]+\}$/);
      }
    }
    expect(text).not.toMatch(/password=|:\/\/\w+:\w+@/i);
  });

  it('opens ports on this machine alone', () => {
    const ports = services.flatMap(({ service }) => service.ports ?? []);
    expect(ports.map(usual).sort()).toEqual(['127.0.0.1:3000:3000', '127.0.0.1:8025:8025', '127.0.0.1:8080:8080']);
  });

  it('keeps the database on a network without a way out', () => {
    expect(compose.services.postgres!.networks).toEqual(['data']);
    expect(compose.services.postgres!.ports).toBeUndefined();
    expect(compose.networks.data!.internal).toBe(true);
    const outside = services.filter(({ service }) => service.networks.includes('web')).map(({ name }) => name);
    expect(outside.sort()).toEqual(['grafana', 'mailpit', 'ml-backend']);
  });

  it('names only volumes, networks and files that there are', () => {
    for (const { service } of services) {
      for (const network of service.networks) expect(Object.keys(compose.networks)).toContain(network);
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('.'))
          expect({ source, there: existsSync(join(root, source)) }).toEqual({ source, there: true });
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
    }
  });

  it.each(services)('$name runs with a root it cannot write to and without rights it does not need', ({ service }) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('runs nothing as root: our images name their user, the others are given one', () => {
    for (const { name, service } of services) {
      if (!service.build)
        expect({ name, user: service.user }).toEqual({ name, user: expect.stringMatching(/^(?!root|0\b)./) });
    }
  });

  it.each(long)('$name says whether it is well', ({ service }) => {
    expect(service.healthcheck?.test[0]).toBe('CMD');
    expect(service.restart).toBe('unless-stopped');
  });

  it('starts each part when those before it are well', () => {
    const waits = (service: Service) => Object.entries(service.depends_on ?? {});
    for (const { service } of services) {
      for (const [name, { condition }] of waits(service)) {
        const ends = compose.services[name]!.restart === 'on-failure';
        expect(condition).toBe(ends ? 'service_completed_successfully' : 'service_healthy');
      }
    }
    const order = (name: string): string[] =>
      waits(compose.services[name]!).flatMap(([next]) => [next, ...order(next)]);
    expect(order('grafana')).toEqual(['ml-backend', 'migrate', 'postgres']);
    expect(order('ml-worker')).toEqual(['migrate', 'postgres']);
  });
});
