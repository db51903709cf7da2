import { PactToolingError } from '@pact-workshop/broker-client';
import { callsIn } from './detect/calls.ts';
import { pipelineOf } from './detect/pipeline.ts';
import { routesIn } from './detect/routes.ts';
import { runnerOf } from './detect/runner.ts';
import { serverIn } from './detect/server.ts';
import { ownName } from './detect/names.ts';
import type { InitOptions, Role } from './options.ts';
import { pipelineFile } from './plan-pipeline.ts';
import { consumerPlan } from './plan-consumer.ts';
import { providerPlan } from './plan-provider.ts';
import type { SidePlan } from './side-plan.ts';
import { dependsOn, type Repository } from './repository.ts';

/** What `init` is going to do. */
export interface Plan extends SidePlan {
  readonly role: Role;
  readonly name: string;
}

/**
 * Plans the files for a repository, without touching any.
 * @param version of the tooling, for pipelines
 * @throws PactToolingError where the role or the runner can't be told
 */
export function planInit(repository: Repository, options: InitOptions, version: string): Plan {
  const calls = callsIn(repository);
  const routes = routesIn(repository);
  const server = serverIn(repository);
  const role = options.role ?? roleOf(calls.length > 0, routes.length > 0 || server !== undefined);
  const name = options.name ?? ownName(repository);
  const runner = options.runner ?? runnerOf(repository);
  const given = { repository, name, runner, hasGlobalTypes: dependsOn(repository, '@types/jest') };
  const side =
    role === 'consumer' ? consumerPlan(given, calls, options.other) : providerPlan(given, routes, server);
  const pipeline = options.pipeline ?? pipelineOf(repository);
  const tests = repository.manifest.scripts?.['test'] ?? '';
  // npm init writes one that fails.
  const hasTests = tests !== '' && !tests.includes('no test specified');
  return {
    role,
    name,
    scripts: side.scripts,
    files: [...side.files, ...pipelineFile(repository, pipeline, role, { name, hasTests, version })],
    notes: [
      ...side.notes,
      ...(pipeline === 'none' && options.pipeline === undefined
        ? ['No pipeline was found here: --pipeline github or --pipeline gitlab writes one.']
        : []),
    ],
  };
}

function roleOf(hasCalls: boolean, answers: boolean): Role {
  if (hasCalls && answers)
    throw new PactToolingError(
      'This repository sends requests, and answers some. Say which side to begin with: --role consumer or --role provider. The other one is a second run.',
    );
  if (hasCalls) return 'consumer';
  if (answers) return 'provider';
  throw new PactToolingError(
    'No request to another service was found here, and no route. With --role consumer or --role provider, a template is written.',
  );
}
