import { posix } from 'node:path';
import type { TestModule } from '../detect/modules.ts';
import type { Runner } from '../options.ts';
import { dependsOn, type Repository } from '../repository.ts';

/** What runs the written file. */
export interface RunOf {
  readonly repository: Repository;
  readonly runner: Runner;
  readonly module: TestModule;
  /** The path of the written file. */
  readonly file: string;
}

/** The scripts of a consumer, by name. */
export const consumerScripts = (run: RunOf, name: string): Record<string, string> => ({
  'pact:consumer': commandOf(run, run.file),
  'pact:publish': 'pact-tooling publish pacts',
  'pact:can-i-deploy': canIDeploy(name),
});

/** The scripts of a provider, by name. Its verification needs a broker, so `npm test` does not run it. */
export const providerScripts = (run: RunOf, name: string): Record<string, string> => ({
  'pact:verify':
    run.runner === 'jest'
      ? `${commandOf(run, '')}${jestPattern(run)}`
      : commandOf(run, run.runner === 'vitest' ? `--config ${vitestConfig.path}` : run.file),
  'pact:can-i-deploy': canIDeploy(name),
});

const canIDeploy = (name: string): string =>
  `pact-tooling can-i-deploy --pacticipant ${/^[\w.-]+$/.test(name) ? name : `"${name}"`}`;

function commandOf({ repository, runner, module }: RunOf, what: string): string {
  if (runner === 'vitest') return `vitest run ${what}`;
  if (runner === 'node')
    return `node ${module.isTypeScript && dependsOn(repository, 'tsx') ? '--import tsx ' : ''}--test ${what}`;
  const needsModules = module.isEsModule && !module.isTypeScript && repository.manifest.type === 'module';
  return `${needsModules ? 'node --experimental-vm-modules node_modules/jest/bin/jest.js' : 'jest'} ${what}`;
}

/** Jest's file names may be set by either of two options, which exclude each other. */
function jestPattern({ repository, file }: RunOf): string {
  const config = [...repository.contents].find(([path]) => /^jest\.config\.\w+$/.test(path))?.[1] ?? '';
  const isRegex = /testRegex/.test(config + (repository.contents.get('package.json') ?? ''));
  return isRegex
    ? `--testRegex ${posix.basename(file).replaceAll('.', '[.]')}`
    : `--testMatch "**/${posix.basename(file)}"`;
}

/** Vitest takes file names from its configuration alone, so a verification has one. */
export const vitestConfig = {
  path: 'vitest.pact.config.mjs',
  content: (file: string): string =>
    [
      '// For the verification alone, which needs a broker: "vitest" itself does not run it. What your own configuration has',
      '// and the server needs, such as aliases, stands here as well.',
      `export default { test: { include: ['${file}'] } };`,
      '',
    ].join('\n'),
};
