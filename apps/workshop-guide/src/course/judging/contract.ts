import type { ExpectedInteraction } from '../answers.ts';
import { isOpen } from './open-paths.ts';
import type { WrittenInteraction } from './pacts.ts';

/**
 * Compares the contract that was written with the one that is due.
 * @returns one sentence for each difference, for the learner
 */
export function contractDifferences(
  expected: readonly ExpectedInteraction[],
  written: readonly WrittenInteraction[],
): string[] {
  const consumers = new Set(written.map(({ consumer }) => consumer));
  const wanted = expected.filter(
    ({ consumer }) => consumer === undefined || written.length === 0 || consumers.has(consumer),
  );
  const due = new Map(wanted.map((one) => [keyOf(one.description, one.states), one]));
  const there = new Map(written.map((one) => [keyOf(one.description, statesOf(one)), one]));
  const missing = [...due].filter(([key]) => !there.has(key)).map(([, one]) => one);
  const extra = [...there].filter(([key]) => !due.has(key)).map(([, one]) => one);
  return [
    ...missing.map((one) => `The contract has no interaction ${named(one.description, one.states)} yet.`),
    ...extra.map(
      (one) =>
        `The contract has ${named(one.description, statesOf(one))}, which the lesson does not ask for.`,
    ),
    ...(missing.length > 0 && extra.length === 0 && there.size < due.size ? [sameName] : []),
    ...[...due].flatMap(([key, one]) => {
      const found = there.get(key);
      return found ? differences(one, found) : [];
    }),
  ];
}

const sameName =
  'Two interactions with the same description and the same states count as one: the second takes the place of the first.';

function differences(expected: ExpectedInteraction, written: WrittenInteraction): string[] {
  const what = named(expected.description, expected.states);
  const { request, response } = written;
  const asked = request && `${request.method} ${request.path}`;
  const found: string[] = [];
  if (expected.request !== asked)
    found.push(
      `In the contract, ${what} is ${asked ?? 'a message'}, where ${expected.request ?? 'a message'} is due.`,
    );
  if (expected.status !== response?.status)
    found.push(
      `In the contract, ${what} is answered with ${response?.status ?? 'nothing'}, where ${expected.status ?? 'nothing'} is due.`,
    );
  const authorized = Object.keys(request?.headers ?? {}).some(
    (name) => name.toLowerCase() === 'authorization',
  );
  if (expected.authorized !== undefined && expected.authorized !== authorized)
    found.push(
      `In the contract, ${what} comes ${authorized ? 'with' : 'without'} a token (Authorization), where it is due ${authorized ? 'without' : 'with'} one.`,
    );
  const fixed = (expected.open ?? []).filter((path) => !isOpen(path, written));
  if (fixed.length > 0)
    found.push(
      `In the contract, ${what} demands exactly the value of the example at ${fixed.join(', ')}: with a matcher, such as like(…), the provider may have data of its own.`,
    );
  return found;
}

function statesOf({ providerStates }: WrittenInteraction): string[] {
  return (providerStates ?? []).map(({ name }) => name);
}

/** Description and states together are an interaction's name. */
function keyOf(description: string, states: readonly string[]): string {
  return JSON.stringify([description, [...states].sort()]);
}

function named(description: string, states: readonly string[]): string {
  return `“${description}”${states.length === 0 ? '' : ` (given ${states.map((state) => `“${state}”`).join(' and ')})`}`;
}
