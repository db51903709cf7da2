import * as fc from 'fast-check';
import { post, type Body } from '../../http/step.ts';
import { branches, environments, people, tags, type Names } from '../world.ts';
import type { Question } from './question.ts';

type Selector = (names: Names) => { readonly [key: string]: Body };

const branch = fc.constantFrom(...branches);
const tag = fc.constantFrom(...tags);
const fixed = (selector: { readonly [key: string]: Body }): fc.Arbitrary<Selector> =>
  fc.constant(() => selector);

const choice: fc.Arbitrary<Selector> = fc.oneof(
  fixed({ mainBranch: true }),
  branch.map((one) => () => ({ branch: one })),
  tag.map((one) => () => ({ tag: one, latest: true })),
  tag.map((one) => () => ({ tag: one })),
  fc.tuple(tag, tag).map(([one, fallbackTag]) => () => ({ tag: one, fallbackTag, latest: true })),
  fixed({ latest: true }),
  fixed({ deployed: true }),
  fixed({ released: true }),
  fixed({ deployedOrReleased: true }),
  fc.constantFrom(...environments).map((environment) => () => ({ environment })),
);

const selector: fc.Arbitrary<Selector> = fc
  .tuple(choice, fc.option(fc.constantFrom(...people), { nil: undefined, freq: 3 }))
  .map(([one, consumer]) => (names) => ({
    ...one(names),
    ...(consumer === undefined ? {} : { consumer: names(consumer) }),
  }));

/** Which pacts a provider has to verify. */
export const forVerification: fc.Arbitrary<Question> = fc
  .record({
    provider: fc.constantFrom(...people),
    selectors: fc.array(selector, { maxLength: 3 }),
    branch: fc.option(branch, { nil: undefined }),
    tags: fc.subarray([...tags]),
    pending: fc.boolean(),
    wip: fc.boolean(),
  })
  .map(
    ({ provider, selectors, branch, tags, pending, wip }): Question =>
      (names) =>
        post('A13', 'asked', `/pacts/provider/${names(provider)}/for-verification`, {
          consumerVersionSelectors: selectors.map((one) => one(names)),
          ...(branch === undefined ? { providerVersionTags: tags } : { providerVersionBranch: branch }),
          includePendingStatus: pending,
          ...(wip ? { includeWipPactsSince: '2020-01-01' } : {}),
        }),
  );
