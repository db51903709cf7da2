import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { longHistory, shortHistory, subjectOf } from './history.ts';
import type { Operation } from './operation.ts';
import { operationSteps } from './operation-steps.ts';
import { plainQuestions } from './questions/index.ts';

const names = (name: string) => `r7-${name}`;
const paths = (operations: readonly Operation[]) =>
  operationSteps(operations, names).map((steps) => steps.map(({ method, path }) => `${method} ${path}`));

test('a history speaks of pacticipants of its own only, which come from its seed', () => {
  const drawn = () => fc.sample(shortHistory, { seed: 1, numRuns: 50, unbiased: true });
  const steps = drawn().flatMap((one) => subjectOf(one, names).steps);
  expect(steps.length).toBeGreaterThan(500);
  const named = steps.flatMap(({ path }) => path.match(/[\w-]*(Ada|Bob|Cleo|(?<=label.*)label)/g) ?? []);
  expect(new Set(named)).toEqual(new Set(['r7-Ada', 'r7-Bob', 'r7-Cleo', 'r7-label']));
  expect(drawn().flatMap((one) => subjectOf(one, names).steps)).toEqual(steps);
});

test('a long history asks all questions after every third operation, and in the end', () => {
  const [history] = fc.sample(longHistory(7, 3), { seed: 1, numRuns: 1 });
  const { steps } = subjectOf(history!, names);
  const [first] = history!.questions;
  const times = steps.filter(({ path }) => path === first!(names).path).length;
  expect(times).toBe(3);
  expect(history!.questions.length).toBe(plainQuestions.length + 60);
});

test('a pact is verified and deleted by its number among those that were published so far', () => {
  const publish = (version: '1' | '2'): Operation => ({
    ...{ does: 'put pact', integration: ['Ada', 'Bob'], content: 'a', version },
  });
  const pact = '/pacts/provider/r7-Bob/consumer/r7-Ada/version';
  expect(
    paths([
      { does: 'verify', pact: 4, version: '1', success: true },
      publish('1'),
      publish('2'),
      { does: 'verify', pact: 3, version: '1', success: true },
      { does: 'delete pact', pact: 2 },
    ]),
  ).toEqual([
    [],
    [`PUT ${pact}/1`],
    [`PUT ${pact}/2`],
    [`GET ${pact}/2`, 'POST {results}'],
    [`DELETE ${pact}/1`],
  ]);
});
