import type { OldBranch } from './branch-store.ts';
import type { CleanPlan } from './plan.ts';
import type { Counts, OldVersion } from './store.ts';

/** How many versions of a pacticipant go, from which to which. */
export interface PacticipantSummary {
  readonly pacticipant: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

/** The versions that go, by pacticipant, in the order of its first one. */
export function byPacticipant(versions: readonly OldVersion[]): PacticipantSummary[] {
  const groups = Map.groupBy(versions, ({ pacticipant }) => pacticipant);
  return [...groups].map(([pacticipant, group]) => ({
    pacticipant,
    count: group.length,
    from: group[0]?.number ?? '',
    to: group.at(-1)?.number ?? '',
  }));
}

/** `deleted 3, kept 7 versions` and so on, a line for each table. */
export function cleanSummary(deleted: Counts, kept: Counts): string {
  return Object.entries(deleted)
    .map(([table, count]) => `${table}: ${count} deleted, ${kept[table as keyof Counts]} kept`)
    .join('\n');
}

/** What a clean would delete, for programs; the counts of branches by the official broker's names. */
export function planForPrograms({ branches, totalBranches, versions, overwritten }: CleanPlan): object {
  return {
    counts: {
      totalBranches,
      branchesToDelete: branches.length,
      branchesToKeep: totalBranches - branches.length,
    },
    branches: namesByPacticipant(branches),
    versions: byPacticipant(versions),
    overwritten,
  };
}

/** What a clean would delete, for people. */
export function planSummary({ branches, totalBranches, versions, overwritten }: CleanPlan): string {
  return [
    `Would delete ${branches.length} of ${totalBranches} branches${endOf(branches)}`,
    ...namesByPacticipant(branches).map(({ pacticipant, names }) => `  ${pacticipant}: ${names.join(', ')}`),
    `Would delete ${versions.length} versions${endOf(versions)}`,
    ...byPacticipant(versions).map(
      ({ pacticipant, count, from, to }) => `  ${pacticipant}: ${count} (${from} to ${to})`,
    ),
    `Would delete ${overwritten.publications} replaced revisions of pacts and ${overwritten.verifications} replaced results.`,
  ].join('\n');
}

/** The branches that go, by pacticipant, in the order of its first one. */
function namesByPacticipant(branches: readonly OldBranch[]) {
  const groups = Map.groupBy(branches, ({ pacticipant }) => pacticipant);
  return [...groups].map(([pacticipant, group]) => ({ pacticipant, names: group.map(({ name }) => name) }));
}

const endOf = (list: readonly unknown[]) => (list.length === 0 ? '.' : ':');
