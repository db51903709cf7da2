import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { findPacticipant } from '../pacticipants/index.ts';
import { pactsToVerify } from '../../test/verification-rules.ts';
import { branches, environments, history, people, tags } from '../../test/histories.ts';
import { World } from '../../test/world.ts';
import type { ConsumerVersionSelector } from './consumer-version-selector.ts';
import { findPactsToVerify } from './find.ts';
import type { SelectionReason } from './selected-pact.ts';

const yes = fc.constant(true as const);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const branch = fc.constantFrom(...branches, 'none');
const tag = fc.constantFrom(...tags, 'none');
const environment = fc.constantFrom(...environments);
const person = fc.constantFrom(...people);

/** Every kind of selector that is allowed. */
const selector: fc.Arbitrary<ConsumerVersionSelector> = fc
  .tuple(
    fc.oneof(
      fc.record({ mainBranch: yes }),
      fc.record({ matchingBranch: yes }),
      fc.record({ branch: yes, latest: yes }),
      fc.record({ branch, fallbackBranch: maybe(branch) }),
      fc.record({ tag, latest: yes, fallbackTag: maybe(tag) }),
      fc.record({ tag }),
      fc.record({ latest: yes }),
      fc.record({ deployed: yes, environment: maybe(environment) }),
      fc.record({ released: yes, environment: maybe(environment) }),
      fc.record({ deployedOrReleased: yes, environment: maybe(environment) }),
      fc.record({ environment }),
    ),
    maybe(person),
  )
  .map(([kind, consumer]): ConsumerVersionSelector => ({ ...kind, consumer }));

const question = fc
  .record({
    provider: person,
    selectors: fc.array(selector, { maxLength: 2 }),
    branch: maybe(branch),
    tags: fc.uniqueArray(tag, { maxLength: 2 }),
    /** In seconds after the beginning. */
    wipSince: maybe(fc.integer({ min: -1, max: 20 })),
  })
  .filter((one) => one.branch !== undefined || one.selectors.every(({ matchingBranch }) => !matchingBranch));
/** Of a failing case only the history is made smaller: the question that failed is shown as it is. */
const questions = fc.noShrink(fc.array(question, { minLength: 40, maxLength: 40 }));
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);

const reasonOf = ({ kind, branch: ofBranch, tag: ofTag, environment: where, version }: SelectionReason) =>
  [kind, ofBranch ?? ofTag ?? where?.name, version.number].filter((word) => word !== undefined).join(' ');

describe('Whatever happened before, the pacts for verification', () => {
  it('are those of the rules: selected, pending, and in progress', () => {
    fc.assert(
      fc.property(history, questions, (events, asked) => {
        using world = new World(events);
        for (const one of asked) {
          const provider = findPacticipant(world.database, one.provider);
          if (!provider) continue;
          const since = one.wipSince === undefined ? undefined : world.begin + one.wipSince * 1_000;
          // Without a branch or tags of the provider nothing can be in progress.
          const wipSince = one.branch === undefined && one.tags.length === 0 ? undefined : since;
          const found = findPactsToVerify(world.database, provider.id, {
            selectors: one.selectors,
            ...{
              providerVersionBranch: one.branch,
              providerVersionTags: one.tags,
              includePendingStatus: true,
            },
            includeWipPactsSince: since === undefined ? undefined : new Date(since).toISOString(),
          });
          const nameOf = ({ consumerName, consumerVersionNumber }: (typeof found.wip)[0]['publication']) =>
            `${consumerName} ${consumerVersionNumber}`;
          expect({
            one,
            selected: found.selected.map(({ pact, status }) => ({
              pact: nameOf(pact.publication),
              reasons: pact.reasons.map(reasonOf).sort(),
              ...status,
            })),
            wip: found.wip.map(({ publication, branches: ofBranches, tags: ofTags }) => ({
              pact: nameOf(publication),
              reasons: [
                ...ofBranches.map((name) => `branch ${name}`),
                ...ofTags.map((name) => `tag ${name}`),
              ].sort(),
            })),
          }).toEqual({
            one,
            ...(({ selected, wip }) => ({
              selected,
              wip: wip.map(({ pact, reasons }) => ({ pact, reasons })),
            }))(pactsToVerify(world.facts, { ...one, wipSince })),
          });
        }
      }),
      { numRuns },
    );
  });
});
