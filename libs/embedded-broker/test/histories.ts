import * as fc from 'fast-check';

export const people = ['Ada', 'Bob', 'Cleo'] as const;
export const versions = ['1', '2', '3'] as const;
export const environments = ['test', 'production'] as const;
export const branches = ['main', 'feat'] as const;
export const tags = ['main', 'ready'] as const;

const name = fc.constantFrom(...people);
const version = fc.constantFrom(...versions);
const environment = fc.constantFrom(...environments);
const instance = fc.constantFrom('', 'blue', 'green');
const branch = fc.constantFrom(...branches);
const tag = fc.constantFrom(...tags);
const verb = <Verb extends string, More>(
  weight: number,
  does: Verb,
  more: { [K in keyof More]: fc.Arbitrary<More[K]> },
) => ({
  weight,
  arbitrary: fc.record({ ...more, does: fc.constant(does), later: fc.boolean() }) as fc.Arbitrary<
    More & { readonly does: Verb; readonly later: boolean }
  >,
});

/** What teams do to a broker, in any order. `later`: at a later time than what was done before. */
const event = fc.oneof(
  verb(5, 'publish', {
    consumer: name,
    version,
    provider: name,
    content: fc.constantFrom('a', 'b', 'c'),
    merge: fc.boolean(),
    branch: fc.option(branch, { nil: undefined }),
  }),
  verb(6, 'verify', {
    pact: fc.nat(),
    version,
    success: fc.constantFrom(true, true, false),
    wip: fc.constantFrom(false, false, true),
  }),
  verb(4, 'deploy', { name, version, environment, instance }),
  verb(2, 'release', { name, version, environment }),
  verb(3, 'tag', { name, version, tag }),
  verb(3, 'branch', { name, version, branch }),
  verb(1, 'undeploy', { name, environment, instance }),
  verb(1, 'endSupport', { name, version, environment }),
  verb(1, 'untag', { name, version, tag }),
  verb(1, 'unbranch', { name, version, branch }),
  verb(1, 'deletePact', { pact: fc.nat() }),
  verb(1, 'deleteVersion', { name, version }),
);
export type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** A failing history is made smaller by leaving out events; a smaller event would show nothing more. */
export const history: fc.Arbitrary<Event[]> = fc.array(fc.noShrink(event), {
  minLength: 10,
  maxLength: 80,
  size: 'max',
});
