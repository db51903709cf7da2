import type { RowId } from '../../api/index.ts';
import { get } from '../../http/step.ts';
import { branches, environments, people, tags, versions } from '../world.ts';
import type { Question } from './question.ts';

/** Asks one path below each pacticipant. */
const ofEach = (row: RowId, path: string): readonly Question[] =>
  people.map((name) => (names) => get(row, 'asked', `/pacticipants/${names(name)}${path}`));

/** Pacticipants, their versions, branches and tags. */
export const aboutVersions: readonly Question[] = [
  ...ofEach('A21', ''),
  ...ofEach('A22', '/versions'),
  ...ofEach('A24', '/latest-version'),
  ...ofEach('A28', '/branches'),
  ...versions.flatMap((version) => [
    ...ofEach('A23', `/versions/${version}`),
    ...tags.flatMap((tag) => ofEach('A27', `/versions/${version}/tags/${tag}`)),
    ...branches.flatMap((branch) => ofEach('A30', `/branches/${branch}/versions/${version}`)),
  ]),
  ...tags.flatMap((tag) => [
    ...ofEach('A25', `/latest-version/${tag}`),
    ...ofEach('B18', `/tags/${tag}/versions`),
  ]),
  ...branches.flatMap((branch) => [
    ...ofEach('A26', `/branches/${branch}/latest-version`),
    ...ofEach('A29', `/branches/${branch}`),
    ...ofEach('A31', `/branches/${branch}/versions`),
  ]),
  ...people.map(
    (name): Question =>
      (names) =>
        get('B20', 'asked', `/pacticipants/${names(name)}/labels/${names('label')}`),
  ),
  (names) => get('B22', 'asked', `/pacticipants/label/${names('label')}`),
];

/** What is deployed and released where. */
export const aboutEnvironments: readonly Question[] = environments.flatMap((environment) => [
  ...ofEach('B19', `/environments/{${environment}}/versions`),
  ...versions.flatMap((version) => [
    ...ofEach('A36', `/versions/${version}/deployed-versions/environment/{${environment}}`),
    ...ofEach('A37', `/versions/${version}/released-versions/environment/{${environment}}`),
  ]),
  () => get('A33', 'asked', `/environments/{${environment}}`),
  ...people.flatMap((name): readonly Question[] => [
    (names) =>
      get(
        'A34',
        'asked',
        `/environments/{${environment}}/deployed-versions/currently-deployed?pacticipant=${names(name)}`,
      ),
    (names) =>
      get(
        'A35',
        'asked',
        `/environments/{${environment}}/released-versions/currently-supported?pacticipant=${names(name)}`,
      ),
  ]),
]);
