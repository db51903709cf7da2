/** What must work outside of the project, on every Node. */
export interface Check {
  readonly title: string;
  /** Where: in the user's project with all test runners, in a workspace of npm, or in a project of pnpm. */
  readonly place: 'project' | 'workspace' | 'pnpm';
  readonly command: readonly [program: string, ...args: string[]];
}

const jest = 'node_modules/jest/bin/jest.js';

const inProject = (title: string, ...command: [string, ...string[]]): Check => ({
  title,
  place: 'project',
  command,
});

export const checks: readonly Check[] = [
  inProject('command: embedded-broker', 'embedded-broker', '--version'),
  inProject('command: pact-tooling', 'pact-tooling', '--version'),
  inProject(
    'commands: the workflow',
    ...(['embedded-broker', 'exec', '--port', '0', '--db', ':memory:', '--'] as const),
    ...['bash', 'commands/workflow.sh'],
  ),
  inProject(
    'command: embedded-broker health',
    ...(['embedded-broker', 'exec', '--port', '0', '--db', ':memory:', '--'] as const),
    ...['bash', '-c', 'PACT_BROKER_PORT=${PACT_BROKER_BASE_URL##*:} embedded-broker health'],
  ),
  inProject(
    'command: pact-tooling init, in three services',
    ...(['embedded-broker', 'exec', '--port', '0', '--db', ':memory:', '--'] as const),
    ...['bash', 'own-services/proof.sh'],
  ),
  inProject('backup', 'bash', 'commands/backup.sh'),
  inProject('tsc: strict, NodeNext', 'node', 'node_modules/typescript/bin/tsc', '-p', 'strict'),
  inProject('Jest: CommonJS, its default', 'node', jest, 'jest/commonjs.test.js'),
  inProject('Jest: TypeScript by ts-jest', 'node', jest, '--preset=ts-jest', 'jest/typescript.test.ts'),
  inProject(
    'Jest: ES modules',
    ...(['node', '--experimental-vm-modules', jest] as const),
    ...['--testMatch=**/jest/modules.test.mjs'],
  ),
  inProject('Vitest', 'node', 'node_modules/vitest/vitest.mjs', 'run', 'vitest'),
  inProject('node:test: ES modules', 'node', '--test', 'node-test/modules.test.mjs'),
  inProject('node:test: CommonJS', 'node', '--test', 'node-test/commonjs.test.cjs'),
  inProject('Mocha: ES modules', 'node', 'node_modules/mocha/bin/mocha.js', 'mocha/modules.test.mjs'),
  inProject('Mocha: CommonJS', 'node', 'node_modules/mocha/bin/mocha.js', 'mocha/commonjs.test.cjs'),
  {
    title: 'npm workspaces',
    place: 'workspace',
    command: ['node', '--test', 'node-test/modules.test.mjs', 'node-test/commonjs.test.cjs'],
  },
  {
    title: 'pnpm',
    place: 'pnpm',
    command: ['node', '--test', 'node-test/modules.test.mjs', 'node-test/commonjs.test.cjs'],
  },
];
