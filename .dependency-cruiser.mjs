// Who may import whom; `make lint` checks it. The reasons are in docs/architecture.md.
const subjects = 'libs/embedded-broker/src/(?!access|cli|config|http|database|web)[^/]+';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'no-app-imports-another',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'tools-are-for-tests-and-tools',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: '(\\.test\\.ts$|/jest.*\\.config\\.mjs$|^(apps|libs)/[^/]+/test/)',
      },
      to: { path: '^tools/' },
    },
    {
      name: 'tooling-and-broker-meet-over-http-only',
      comment: 'Tests may use both.',
      severity: 'error',
      from: { path: '^libs/(?!embedded-broker/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/embedded-broker/' },
    },
    {
      name: 'broker-and-tooling-meet-over-http-only',
      comment: 'Tests may use both.',
      severity: 'error',
      from: { path: '^libs/embedded-broker/', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/(?!embedded-broker/)' },
    },
    {
      name: 'the-client-knows-nothing-of-what-uses-it',
      severity: 'error',
      from: { path: '^libs/broker-client/' },
      to: { path: '^libs/(?!broker-client/|embedded-broker/)' },
    },
    {
      name: 'the-mirror-knows-nothing-of-the-tooling',
      severity: 'error',
      from: { path: '^libs/broker-mirror/' },
      to: { path: '^libs/pact-tooling/' },
    },
    {
      name: 'nothing-imports-the-composition',
      severity: 'error',
      from: {
        path: '^libs/embedded-broker/src/',
        pathNot: '(\\.test\\.ts$|src/(index|server|assembly|app|cli|thread|request-answers)\\.ts$|src/cli/)',
      },
      to: {
        path: '^libs/embedded-broker/src/(server|assembly|app|answers|request-answers|thread|cli)(\\.ts|/)',
      },
    },
    {
      name: 'a-subject-uses-another-through-its-index',
      severity: 'error',
      from: { path: `^(${subjects})/` },
      to: { path: `^${subjects}/`, pathNot: ['^$1/', '/index\\.ts$'] },
    },
    {
      name: 'only-http-access-and-the-mounting-of-pages-use-express',
      comment: 'Stores, rules and representations work on plain values, so that they can be tested as such.',
      severity: 'error',
      from: {
        path: '^libs/embedded-broker/src/',
        pathNot: [
          '^libs/embedded-broker/src/(http|access)/',
          '^libs/embedded-broker/src/web/(page-route|on-demand|routes|assets/routes|live/routes)\\.ts$',
          '^libs/embedded-broker/src/(app|answers|request-answers)\\.ts$',
          '\\.test\\.ts$',
        ],
      },
      to: { path: 'node_modules/(@types/)?express/' },
    },
    {
      name: 'libs-import-types-of-http-only',
      comment: 'An import loads what a command does not need: libs/*/src/node-http.ts.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:)?https?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-pages-are-loaded-on-demand',
      comment: 'Who starts a broker for a command does not wait for them.',
      severity: 'error',
      from: { path: '^libs/embedded-broker/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/embedded-broker/src/web/routes\\.ts$', dynamic: false },
    },
    {
      name: 'only-the-database-uses-sqlite',
      severity: 'error',
      from: {
        path: '^libs/embedded-broker/src/',
        pathNot: ['^libs/embedded-broker/src/database/', '\\.test\\.ts$'],
      },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'only-the-composition-opens-a-database',
      comment: 'Everybody else is handed one, and knows its type only.',
      severity: 'error',
      from: {
        path: '^libs/embedded-broker/src/',
        pathNot: [
          '^libs/embedded-broker/src/database/',
          '^libs/embedded-broker/src/(server|assembly|request-answers)\\.ts$',
          '^libs/embedded-broker/src/cli/(backup|clean)\\.ts$',
          '^libs/embedded-broker/src/cleaning/schedule\\.ts$',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '^libs/embedded-broker/src/database/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
