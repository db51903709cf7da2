import { expect, it } from '@jest/globals';
import { byPacticipant, cleanSummary, planForPrograms, planSummary } from './summary.ts';

const versions = [
  { id: 1, pacticipant: 'B', number: 'b1' },
  { id: 2, pacticipant: 'A', number: 'a1' },
  { id: 3, pacticipant: 'B', number: 'b2' },
  { id: 4, pacticipant: 'B', number: 'b3' },
];

const plan = {
  branches: [
    { id: 1, pacticipant: 'B', name: 'feat/x' },
    { id: 2, pacticipant: 'A', name: 'y' },
    { id: 3, pacticipant: 'B', name: 'z' },
  ],
  totalBranches: 9,
  versions,
  overwritten: { publications: 5, verifications: 6 },
};

it('Versions that go are summed up by pacticipant, with the first and the last', () => {
  expect(byPacticipant(versions)).toEqual([
    { pacticipant: 'B', count: 3, from: 'b1', to: 'b3' },
    { pacticipant: 'A', count: 1, from: 'a1', to: 'a1' },
  ]);
});

it('What a clean would delete is reported in lines', () => {
  expect(planSummary(plan)).toBe(
    [
      'Would delete 3 of 9 branches:',
      '  B: feat/x, z',
      '  A: y',
      'Would delete 4 versions:',
      '  B: 3 (b1 to b3)',
      '  A: 1 (a1 to a1)',
      'Would delete 5 replaced revisions of pacts and 6 replaced results.',
    ].join('\n'),
  );
});

it('What a clean would delete is reported without names where it is nothing', () => {
  const nothing = { publications: 0, verifications: 0 };
  expect(planSummary({ branches: [], totalBranches: 9, versions: [], overwritten: nothing })).toBe(
    [
      'Would delete 0 of 9 branches.',
      'Would delete 0 versions.',
      'Would delete 0 replaced revisions of pacts and 0 replaced results.',
    ].join('\n'),
  );
});

it('What a clean would delete is counted for programs', () => {
  expect(planForPrograms(plan)).toEqual({
    counts: { totalBranches: 9, branchesToDelete: 3, branchesToKeep: 6 },
    branches: [
      { pacticipant: 'B', names: ['feat/x', 'z'] },
      { pacticipant: 'A', names: ['y'] },
    ],
    versions: byPacticipant(versions),
    overwritten: plan.overwritten,
  });
});

it('What a clean deleted is reported with what is left', () => {
  expect(
    cleanSummary(
      { branches: 9, versions: 1, pact_publications: 2, pact_versions: 3, verifications: 4 },
      { branches: 10, versions: 5, pact_publications: 6, pact_versions: 7, verifications: 8 },
    ),
  ).toBe(
    [
      'branches: 9 deleted, 10 kept',
      'versions: 1 deleted, 5 kept',
      'pact_publications: 2 deleted, 6 kept',
      'pact_versions: 3 deleted, 7 kept',
      'verifications: 4 deleted, 8 kept',
    ].join('\n'),
  );
});
