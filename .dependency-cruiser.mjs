/** Who may import whom: the arrows of the architecture, from top to bottom. Run by `npm run lint`. */
const test = '\\.test\\.tsx?$';
/** What tests share: testing.ts beside what it tests, folders testing/ and fixtures. */
const forTests = ['[tT]esting\\.tsx?$', '/testing/', '/fixtures(\\.tsx?$|/)'];
const backend = 'ml-backend/src/';
const room = (name) => `^${backend}${name}`;
const rooms = (...names) => `^${backend}(${names.join('|')})/`;

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
  from: { path: room(`${name}/`), pathNot: `${test}|testing\\.ts$` },
  to: { path: except(name, ...allowed) },
});

/** What answers people and timers: it calls the rooms that do the work, and keys and connections of the store. */
const below = ['queries', 'ingest', 'demo', 'training', 'serving', 'store'];

/** Pure files of rooms that are not pure as a whole, and rooms that are. */
const pureFiles = [rooms(...pure), room('features/definitions'), room('alerts/(rules|expressions|state)')];

const suite = '^plugins/encore-career-app/src/';
/** Folders of the repository that nothing may import from elsewhere. */
const ends = ['ml-backend', 'plugins', 'preview', 'bench'];

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
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
    only('alerts', 'store'),
    only('jobs', ...below, 'alerts'),
    only('http', ...below, 'alerts'),
    // The command line is what puts the whole together: it starts the API and the worker.
    only('cli', ...below, 'alerts', 'http', 'jobs'),
    {
      name: 'alerts-by-run',
      severity: 'error',
      comment: 'edges know alerts/run; queries know alerts/state',
      from: { path: rooms('queries', ...edges), pathNot: test },
      to: { path: room('alerts/'), pathNot: room('alerts/(run|state)') },
    },
    {
      name: 'edges-stay-edges',
      severity: 'error',
      comment: 'nothing below imports the command line, HTTP or jobs',
      from: { path: rooms(...all.filter((name) => !edges.includes(name))) },
      to: { path: rooms(...edges) },
    },
    {
      name: 'pure-imports',
      severity: 'error',
      comment: 'numbers in, numbers out: a pure room knows no file, clock, network, process, chance or database',
      from: {
        path: pureFiles,
        pathNot: [
          test,
          'testing\\.ts$',
          '/pretrain',
          // Reads what ships with the package when it is asked for first.
          'forecasting/shippedPool\\.ts$',
        ],
      },
      to: { dependencyTypesNot: ['local'], pathNot: ['@bsull/augurs', 'node_modules/(typebox|ml-random-forest)/'] },
    },
    {
      name: 'pure-rooms-below-store',
      severity: 'error',
      comment: 'a pure room takes rows as arguments; it may name the types of rows, and never asks for them',
      from: { path: pureFiles, pathNot: test },
      to: { path: rooms('store'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'panels-import-common-only',
      severity: 'error',
      comment: 'a panel, the data source and what they share: each is built alone, so none knows another',
      from: { path: `${suite}(?!(?:pages|common)/)([^/]+)/` },
      to: { path: suite, pathNot: [`${suite}$1/`, `${suite}common/`] },
    },
    {
      name: 'pages-know-plugins-by-name',
      severity: 'error',
      comment: 'the app’s pages link to the plugins that it brings: their plugin.json and nothing else',
      from: { path: `${suite}pages/` },
      to: { path: suite, pathNot: [`${suite}(pages|common)/`, 'plugin\\.json$'] },
    },
    {
      name: 'common-stays-common',
      severity: 'error',
      from: { path: `${suite}common/` },
      to: { path: suite, pathNot: [`${suite}common/`] },
    },
    {
      name: 'no-grafana-internals',
      severity: 'error',
      from: { path: '^plugins/' },
      to: { path: '@grafana/[^/]+/internal' },
    },
    ...ends.map((folder) => ({
      name: `${folder}-stands-alone`,
      severity: 'error',
      comment: 'workspaces meet over HTTP, built files and the command line',
      from: { path: '^(ml-backend|plugins|preview|bench|dashboards|tools)/', pathNot: [`^${folder}/`, `${test}`] },
      // The start reads the same environment as the backend, before that is built; benches measure pure rooms directly.
      to: { path: `^${folder}/`, pathNot: ['^ml-backend/src/environment\\.mjs$', rooms('forecasting', 'learners')] },
    })),
    {
      name: 'dashboards-give-ids-only',
      severity: 'error',
      comment: 'alert rules name dashboards and panels by the ids in dashboards/src/ids.ts',
      from: { path: '^(ml-backend|plugins|preview|bench|tools)/', pathNot: `${room('alerts/rules')}` },
      to: { path: '^dashboards/' },
    },
    {
      name: 'dashboards-ids-for-alerts',
      severity: 'error',
      from: { path: room('alerts/rules') },
      to: { path: '^dashboards/', pathNot: '^dashboards/src/ids\\.ts$' },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { pathNot: [test, ...forTests, '^tests/'] },
      to: { path: [test, ...forTests, '^tests/'] },
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
