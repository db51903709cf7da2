import { PactToolingError } from '@pact-workshop/broker-client';
import { runners, type Runner } from '../options.ts';
import { dependsOn, type Repository } from '../repository.ts';

const others = ['mocha', 'ava', 'jasmine', 'tap', 'uvu'];

/**
 * The test runner, from the script `test` and the dependencies; Node's own where there is none.
 * @throws PactToolingError for another runner
 */
export function runnerOf(repository: Repository): Runner {
  const script = repository.manifest.scripts?.['test'] ?? '';
  if (/\bnode\b.*\s--test\b/.test(script)) return 'node';
  const installed = (name: string) => new RegExp(`\\b${name}\\b`).test(script) || dependsOn(repository, name);
  if (installed('vitest')) return 'vitest';
  if (installed('jest')) return 'jest';
  const other = others.find(installed);
  if (other !== undefined)
    throw new PactToolingError(
      `init writes no tests for ${other}. Choose another runner: --runner ${runners.join(', --runner ')} (Node's own, nothing to install).`,
    );
  return 'node';
}
