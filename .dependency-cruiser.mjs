// Who may import whom; `make lint` checks it. The reasons are in docs/architecture.md.
const subjects = 'libs/embedded-broker/src/(?!cli|config|http|database|web)[^/]+';

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
      name: 'tooling-and-broker-meet-over-http-only',
      comment: 'Tests may use both.',
      severity: 'error',
      from: { path: '^libs/(pact-tooling|embedded-broker)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/', pathNot: '^libs/$1/' },
    },
    {
      name: 'nothing-imports-the-composition',
      severity: 'error',
      from: {
        path: '^libs/embedded-broker/src/',
        pathNot: '(\\.test\\.ts$|src/(index|server|cli)\\.ts$|src/cli/)',
      },
      to: { path: '^libs/embedded-broker/src/(server|app|cli)(\\.ts|/)' },
    },
    {
      name: 'a-subject-uses-another-through-its-index',
      severity: 'error',
      from: { path: `^(${subjects})/` },
      to: { path: `^${subjects}/`, pathNot: ['^$1/', '/index\\.ts$'] },
    },
    {
      name: 'stores-know-no-http',
      comment: 'Types and paging of http/ are plain values; Express is not.',
      severity: 'error',
      from: { path: '^libs/embedded-broker/src/.*store\\.ts$' },
      to: { path: 'node_modules/express' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rule files know neither SQL nor Express.',
      severity: 'error',
      from: {
        path: '^libs/embedded-broker/src/.*/(content|content-change|content-diff|merge|metadata|notices|descriptions|pending|wip|rows|verdict|resolve|query|selector-rules|selected-pact|duplicate-names|display-name|main-branch|status|verification-status|badge|pact-badge|short-name|hints|graphviz|csv|relationships|provider-states|text-table)\\.ts$',
      },
      to: {
        path: ['node_modules/express', '^node:sqlite', 'src/database/'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
