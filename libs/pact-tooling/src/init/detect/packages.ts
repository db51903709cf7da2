import { dependsOn, type Repository } from '../repository.ts';

const managers = [
  ['pnpm-lock.yaml', 'pnpm add --save-dev', 'pnpm run'],
  ['yarn.lock', 'yarn add --dev', 'yarn run'],
  ['bun.lock', 'bun add --dev', 'bun run'],
] as const;

/** How the repository installs packages and runs scripts, from its lock file. */
export function packageManager({ paths }: Repository): { readonly install: string; readonly run: string } {
  const [, install = 'npm install --save-dev', run = 'npm run'] =
    managers.find(([lock]) => paths.has(lock)) ?? [];
  return { install, run };
}

/** The packages that are still to be installed. */
export function missingPackages(repository: Repository, role: 'consumer' | 'provider'): string[] {
  return [
    ...(role === 'consumer' ? ['@pact-foundation/pact'] : []),
    '@pact-workshop/pact-tooling',
    '@pact-workshop/embedded-broker',
  ].filter((name) => !dependsOn(repository, name));
}
