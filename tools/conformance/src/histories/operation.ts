import * as fc from 'fast-check';
import { branches, environments, instances, integrations, people, tags, versions } from './world.ts';

const integration = fc.constantFrom(...integrations);
const name = fc.constantFrom(...people);
const version = fc.constantFrom(...versions);
const environment = fc.constantFrom(...environments);
const instance = fc.constantFrom(...instances);
const branch = fc.constantFrom(...branches);
const tag = fc.constantFrom(...tags);
const content = fc.constantFrom('a', 'b', 'c');
const success = fc.constantFrom(true, true, false);
/** Which of the pacts that were published so far. */
const pact = fc.nat();

const verb = <Verb extends string, More>(
  weight: number,
  does: Verb,
  more: { [K in keyof More]: fc.Arbitrary<More[K]> },
) => ({
  weight,
  arbitrary: fc.record({ ...more, does: fc.constant(does) }) as fc.Arbitrary<More & { readonly does: Verb }>,
});

/** What teams do to a broker by its API, in any order. */
export const operation = fc.oneof(
  verb(6, 'publish', {
    integration,
    version,
    content,
    branch: fc.option(branch, { nil: undefined }),
    tags: fc.subarray([...tags]),
    overwrite: fc.boolean(),
  }),
  verb(2, 'put pact', { integration, version, content }),
  verb(6, 'verify', { pact, version, success }),
  verb(2, 'verify the first that is offered', { name, version, success, branch }),
  verb(4, 'deploy', { name, version, environment, instance }),
  verb(2, 'release', { name, version, environment }),
  verb(3, 'tag', { name, version, tag }),
  verb(3, 'branch', { name, version, branch }),
  verb(1, 'version', { name, version }),
  verb(1, 'main branch', { name, branch }),
  verb(1, 'label', { name }),
  verb(1, 'undeploy', { name, environment }),
  verb(1, 'end support', { name, version, environment }),
  verb(1, 'untag', { name, version, tag }),
  verb(1, 'unbranch', { name, version, branch }),
  verb(1, 'unlabel', { name }),
  verb(1, 'delete branch', { name, branch }),
  verb(1, 'delete pact', { pact }),
  verb(1, 'delete version', { name, version }),
);

export type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never;
