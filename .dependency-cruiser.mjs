/** Who may import whom: the arrows of the architecture, from top to bottom. Run by `npm run lint`. */
const room = (name) => `^ml-backend/src/${name}`;
const rooms = (...names) => `^ml-backend/src/(${names.join('|')})/`;

const edges = ['cli', 'http', 'jobs'];
const pure = ['forecasting', 'learners', 'anomalies', 'explain', 'fairness', 'frames', 'insights'];
const all = [
  'store',
  'queries',
  'ingest',
  'demo',
  'training',
  'serving',
  'features',
  'alerts',
  'experiments',
  'privacy',
  ...edges,
  ...pure,
];
const except = (...allowed) => rooms(...all.filter((name) => !allowed.includes(name)));

/** A room may import itself, what is listed, and files at the root of src. */
const only = (name, ...allowed) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment: `${name} may import ${allowed.join(', ') || 'nothing but itself'}`,
  from: { path: room(`${name}/`), pathNot: '\\.test\\.ts$' },
  to: { path: except(name, ...allowed) },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    only('store'),
    only('frames'),
    only('learners'),
    only('forecasting', 'learners'),
    only('insights', 'forecasting', 'learners'),
    only('anomalies', 'forecasting', 'learners'),
    only('explain', 'forecasting', 'learners'),
    only('fairness'),
    only('features', 'store'),
    only('serving', 'learners', 'forecasting', 'store'),
    only('training', 'learners', 'forecasting', 'features', 'serving', 'store'),
    only('ingest', 'store'),
    only('demo', 'store'),
    only('queries', 'serving', 'insights', 'features', 'alerts', 'anomalies', 'explain', 'frames', 'store'),
    {
      name: 'edges-stay-edges',
      severity: 'error',
      comment: 'nothing below imports the command line, HTTP or jobs',
      from: { path: rooms(...all.filter((name) => !edges.includes(name))) },
      to: { path: rooms(...edges) },
    },
    {
      name: 'pure-rooms',
      severity: 'error',
      comment: 'numbers in, numbers out: no database, file, network or process in a pure room',
      // Two files read what ships with the package (WASM bytes, the table of errors) when they are loaded.
      from: {
        path: rooms(...pure),
        pathNot: ['\\.test\\.ts$', '/pretrain', 'forecasting/members/mstl\\.ts$', 'forecasting/errorTable\\.ts$'],
      },
      to: {
        path: ['^(node:)?(fs|net|http|https|child_process|process|os)(/|$)', 'node_modules/(pg|kysely|fastify|pino)'],
      },
    },
    {
      name: 'no-grafana-internals',
      severity: 'error',
      from: { path: '^plugins/' },
      to: { path: '@grafana/[^/]+/internal' },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { pathNot: '(\\.test\\.tsx?|testing\\.ts)$|^tests/' },
      to: { path: '\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
