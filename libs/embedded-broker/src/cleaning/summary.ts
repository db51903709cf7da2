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

/** What a clean would delete, for people. */
export function planSummary(plan: {
  readonly versions: readonly OldVersion[];
  readonly overwritten: { readonly publications: number; readonly verifications: number };
}): string {
  const { versions, overwritten } = plan;
  return [
    `Would delete ${versions.length} versions:`,
    ...byPacticipant(versions).map(
      ({ pacticipant, count, from, to }) => `  ${pacticipant}: ${count} (${from} to ${to})`,
    ),
    `Would delete ${overwritten.publications} replaced revisions of pacts and ${overwritten.verifications} replaced results.`,
  ].join('\n');
}
