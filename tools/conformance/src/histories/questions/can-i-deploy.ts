import * as fc from 'fast-check';
import { get } from '../../http/step.ts';
import { branches, environments, people, tags, versions, type Names } from '../world.ts';
import type { Question } from './question.ts';

/** A part of a query: the name of a parameter with its value, where the value may be a name of the history's. */
type Parameter = readonly [name: string, value: string | ((names: Names) => string)];

const query = (parameters: readonly Parameter[], names: Names): string =>
  parameters.map(([name, value]) => `${name}=${typeof value === 'string' ? value : value(names)}`).join('&');

const latest: Parameter = ['latest', 'true'];
const person = fc.constantFrom(...people);
const tag = fc.constantFrom(...tags).map((value): Parameter => ['tag', value]);
const branch = fc.constantFrom(...branches).map((value): Parameter => ['branch', value]);
const version = fc.constantFrom(...versions).map((value): Parameter => ['version', value]);
const environment = fc.constantFrom(...environments).map((value): Parameter => ['environment', value]);

/** Versions that a selector and a destination can name alike. */
const choices: fc.Arbitrary<readonly Parameter[]> = fc.oneof(
  tag.map((one) => [one, latest]),
  environment.map((one) => [one]),
  fc.constant([['mainBranch', 'true'] as Parameter, latest]),
  fc.constant([latest]),
);

const selector = fc
  .tuple(
    person,
    fc.oneof(
      { weight: 4, arbitrary: version.map((one): readonly Parameter[] => [one]) },
      { weight: 4, arbitrary: choices },
      { weight: 1, arbitrary: tag.map((one): readonly Parameter[] => [one]) },
      { weight: 2, arbitrary: branch.map((one): readonly Parameter[] => [one, latest]) },
      { weight: 1, arbitrary: branch.map((one): readonly Parameter[] => [one]) },
      { weight: 1, arbitrary: fc.constant([] as readonly Parameter[]) },
    ),
  )
  .map(([name, choice]): readonly Parameter[] => [['pacticipant', (names) => names(name)], ...choice]);

const selectorsOf = (selectors: readonly (readonly Parameter[])[], list = 'q'): readonly Parameter[] =>
  selectors.flatMap((one) => one.map(([name, value]): Parameter => [`${list}[][${name}]`, value]));

const latestBy = fc.constantFrom('cvp', 'cvpv').map((value): readonly Parameter[] => [['latestby', value]]);

const ignored = fc.option(
  fc
    .tuple(person, fc.option(version, { nil: undefined }))
    .map(([name, one]): readonly Parameter[] =>
      selectorsOf([[['pacticipant', (names: Names) => names(name)], ...(one ? [one] : [])]], 'ignore'),
    ),
  { nil: [] as readonly Parameter[], freq: 4 },
);

/** The matrix, as `pact-broker can-i-deploy` and the page of the matrix ask for it. */
const matrix: fc.Arbitrary<Question> = fc
  .tuple(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.tuple(selector).chain(([one]) => choices.map((to) => [...selectorsOf([one]), ...to])),
      },
      { weight: 2, arbitrary: fc.tuple(selector, selector).map((both) => selectorsOf(both)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(selector, selector, choices)
          .map(([one, other, to]) => [...selectorsOf([one, other]), ...to]),
      },
      { weight: 1, arbitrary: selector.map((one) => [...selectorsOf([one]), latest]) },
    ),
    latestBy,
    ignored,
  )
  .map(
    ([selected, by, ignore]): Question =>
      (names) =>
        get('A40', 'asked', `/matrix?${query([...selected, ...by, ...ignore], names)}`),
  );

/** can-i-deploy in its short forms. */
const shortForms: fc.Arbitrary<Question> = fc.oneof(
  fc
    .tuple(
      person,
      version,
      fc.oneof(
        environment,
        fc.constantFrom(...tags).map((to): Parameter => ['to', to]),
      ),
    )
    .map(
      ([name, ...rest]): Question =>
        (names) =>
          get('A41', 'asked', `/can-i-deploy?pacticipant=${names(name)}&${query(rest, names)}`),
    ),
  fc.tuple(person, fc.constantFrom(...tags), fc.constantFrom(...tags)).map(
    ([name, from, to]): Question =>
      (names) =>
        get('B24', 'asked', `/pacticipants/${names(name)}/latest-version/${from}/can-i-deploy/to/${to}`),
  ),
  fc.tuple(person, fc.constantFrom(...branches), fc.constantFrom(...environments)).map(
    ([name, from, to]): Question =>
      (names) =>
        get(
          'B25',
          'asked',
          `/pacticipants/${names(name)}/branches/${from}/latest-version/can-i-deploy/to-environment/${to}`,
        ),
  ),
);

export const canIDeploy: fc.Arbitrary<Question> = fc.oneof(
  { weight: 3, arbitrary: matrix },
  { weight: 2, arbitrary: shortForms },
);
