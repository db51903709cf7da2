import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRackQuery } from '../../http/index.ts';
import { matrixQuery, type MatrixQuery } from '../../matrix/index.ts';
import { queryString } from './address.ts';

const name = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('a&b=c', 'ü x', '50%', '[]', '+', '#', 'feat/x?'),
);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const selector = fc.record({
  pacticipant: name,
  version: some(name),
  branch: some(name),
  tag: some(name),
  environment: some(name),
  latest: fc.constant(false),
  mainBranch: fc.boolean(),
});
const question: fc.Arbitrary<MatrixQuery> = fc.record({
  selectors: fc.array(selector, { minLength: 1, maxLength: 3 }),
  ignore: fc.array(selector, { maxLength: 2 }),
  target: some(
    fc.record({
      branch: some(name),
      tag: some(name),
      environment: fc.constant(undefined),
      latest: fc.constant(true),
      mainBranch: fc.constant(false),
    }),
  ),
  latestBy: fc.constantFrom(undefined, 'cvp', 'cvpv', 'cp'),
  success: some(fc.array(fc.constantFrom(true, false, null), { minLength: 1, maxLength: 3 })),
  limit: fc.integer({ min: 1, max: 1000 }),
});

it('The address of a question asks the API the same question, whatever stands in it', () => {
  const known = { pacticipant: () => true, environment: () => true };
  fc.assert(
    fc.property(question, (asked) => {
      expect(matrixQuery(parseRackQuery(queryString(asked)), known)).toEqual(asked);
    }),
  );
});
