import { expect, it } from '@jest/globals';
import type { Stay } from '../../environments/index.ts';
import { comparison } from './comparison.ts';

const stay = (pacticipant: string, versionId: number, target: string | null = null): Stay => ({
  pacticipant,
  environmentId: 1,
  versionId,
  number: String(versionId),
  kind: 'deployed',
  target,
  since: 't',
  again: null,
  until: null,
});
const kinds = (left: Stay[], right: Stay[]) =>
  Object.fromEntries(comparison(left, right).map(({ pacticipant, kind }) => [pacticipant, kind]));

it('Two environments are compared by the versions of each pacticipant, not by instances', () => {
  const test = [stay('A', 1), stay('B', 3), stay('C', 4), stay('D', 5, 'blue'), stay('D', 5, 'green')];
  const production = [stay('A', 1), stay('B', 2), stay('E', 6), stay('D', 5)];
  expect(kinds(test, production)).toEqual({
    A: 'same',
    B: 'different',
    C: 'only left',
    D: 'same',
    E: 'only right',
  });
  expect(kinds([stay('A', 1), stay('A', 2)], [stay('A', 1)])).toEqual({ A: 'different' });
  expect(kinds([stay('A', 1)], [stay('A', 1), stay('A', 2)])).toEqual({ A: 'different' });
});
