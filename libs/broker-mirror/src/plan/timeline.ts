import type { Inventory, MirroredVersion, MirroredResult, VerifiedContent } from '../inventory/index.ts';
import { keyOf as resultKey, missingResults } from './missing-results.ts';
import { missingVersion, type MissingVersion } from './missing-version.ts';

/** What happened at the source and is missing at the target: a version, or a result. */
export type HistoryEntry =
  | { readonly kind: 'version'; readonly version: MirroredVersion; readonly missing: MissingVersion }
  | {
      readonly kind: 'result';
      readonly content: VerifiedContent;
      readonly result: MirroredResult;
      /** How many equal results the target has by then. */
      readonly alike: number;
    };

export interface Timeline {
  /** In the order to copy them. */
  readonly entries: readonly HistoryEntry[];
  /** How many results can't be copied, because the target has newer ones. */
  readonly outdated: number;
}

interface Timed {
  readonly time: number;
  readonly entry: HistoryEntry;
}

/**
 * What to copy, in the order in which it happened. The order decides which version is the latest, which result of a
 * version counts, and whether a result is older than a provider's branch (and so whether a pact is pending).
 */
export function planTimeline(source: Inventory, target: Inventory): Timeline {
  const times = timesOf(source);
  const there = new Map(target.contents.map(({ results, ...name }) => [contentKey(name), results]));
  const results = source.contents.map((content) =>
    timedResults(content, there.get(contentKey(content)) ?? [], times),
  );
  const all = [...timedVersions(source, target, times), ...results.flatMap(({ timed }) => timed)];
  // Sorting is stable: at the same time, versions come before results, and each kind keeps its own order.
  const entries = all.sort((a, b) => a.time - b.time).map(({ entry }) => entry);
  return { entries, outdated: results.reduce((sum, { outdated }) => sum + outdated, 0) };
}

/** When each version was created, but never before its predecessor in the order of versions. */
function timesOf({ pacticipants }: Inventory): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { name, versions } of pacticipants) {
    let latest = -Infinity;
    for (const { number, createdAt } of versions) {
      latest = Math.max(latest, Date.parse(createdAt));
      times.set(keyOf(name, number), latest);
    }
  }
  return times;
}

function timedVersions(source: Inventory, target: Inventory, times: ReadonlyMap<string, number>): Timed[] {
  const there = new Map(
    target.pacticipants.flatMap(({ name, versions }) =>
      versions.map((version) => [keyOf(name, version.number), version]),
    ),
  );
  return source.pacticipants.flatMap(({ name, versions }) =>
    versions.flatMap((version): Timed[] => {
      const key = keyOf(name, version.number);
      const missing = missingVersion(version, there.get(key));
      return missing ? [{ time: times.get(key) ?? 0, entry: { kind: 'version', version, missing } }] : [];
    }),
  );
}

function timedResults(
  content: VerifiedContent,
  present: readonly MirroredResult[],
  times: ReadonlyMap<string, number>,
) {
  const { missing, outdated } = missingResults(content.results, present);
  let latest = times.get(keyOf(content.consumer, content.consumerVersion)) ?? -Infinity;
  const counts = new Map<string, number>();
  for (const key of present.map(resultKey)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const timed = missing.map((result): Timed => {
    const alike = counts.get(resultKey(result)) ?? 0;
    counts.set(resultKey(result), alike + 1);
    const provider = times.get(keyOf(content.provider, result.providerVersion)) ?? -Infinity;
    latest = Math.max(latest, provider, Date.parse(result.verifiedAt));
    return { time: latest, entry: { kind: 'result', content, result, alike } };
  });
  return { timed, outdated: outdated.length };
}

const contentKey = (name: Omit<VerifiedContent, 'results'>): string =>
  JSON.stringify([name.consumer, name.provider, name.consumerVersion]);
const keyOf = (pacticipant: string, version: string): string => JSON.stringify([pacticipant, version]);
