import type { Inventory, MirroredVersion, VerificationResult, VerifiedContent } from '../inventory/index.ts';
import { keyOf as resultKey, missingResults } from './missing-results.ts';
import { missingVersion, type MissingVersion } from './missing-version.ts';

/** A version to be carried, or a result. */
export type Happening =
  | { readonly kind: 'version'; readonly version: MirroredVersion; readonly missing: MissingVersion }
  | {
      readonly kind: 'result';
      readonly content: VerifiedContent;
      readonly result: VerificationResult;
      /** How many results that count as the same the target has by then. */
      readonly alike: number;
    };

export interface Timeline {
  readonly happenings: readonly Happening[];
  /** How many results can't be carried, because the target has newer ones. */
  readonly overtaken: number;
}

interface Timed {
  readonly time: number;
  readonly happening: Happening;
}

/**
 * What is to be carried, in the order in which it happened, as the order decides: which version is latest, which result
 * is the last word, whether a result was there before a provider's branch (which makes a pact pending or not).
 */
export function planTimeline(source: Inventory, target: Inventory): Timeline {
  const times = timesOf(source);
  const there = new Map(target.contents.map(({ results, ...name }) => [contentKey(name), results]));
  const results = source.contents.map((content) =>
    timedResults(content, there.get(contentKey(content)) ?? [], times),
  );
  const all = [...timedVersions(source, target, times), ...results.flatMap(({ timed }) => timed)];
  // Sorting is stable: where the time is the same, versions stand before results, and each kind in its own order.
  const happenings = all.sort((a, b) => a.time - b.time).map(({ happening }) => happening);
  return { happenings, overtaken: results.reduce((sum, { overtaken }) => sum + overtaken, 0) };
}

/** When each version came, never before the one that stands before it in the order of versions. */
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
      return missing ? [{ time: times.get(key) ?? 0, happening: { kind: 'version', version, missing } }] : [];
    }),
  );
}

function timedResults(
  content: VerifiedContent,
  present: readonly VerificationResult[],
  times: ReadonlyMap<string, number>,
) {
  const { missing, overtaken } = missingResults(content.results, present);
  let latest = times.get(keyOf(content.consumer, content.consumerVersion)) ?? -Infinity;
  const counts = new Map<string, number>();
  for (const key of present.map(resultKey)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const timed = missing.map((result): Timed => {
    const alike = counts.get(resultKey(result)) ?? 0;
    counts.set(resultKey(result), alike + 1);
    const provider = times.get(keyOf(content.provider, result.providerVersion)) ?? -Infinity;
    latest = Math.max(latest, provider, Date.parse(result.verifiedAt));
    return { time: latest, happening: { kind: 'result', content, result, alike } };
  });
  return { timed, overtaken: overtaken.length };
}

const contentKey = (name: Omit<VerifiedContent, 'results'>): string =>
  JSON.stringify([name.consumer, name.provider, name.consumerVersion]);
const keyOf = (pacticipant: string, version: string): string => JSON.stringify([pacticipant, version]);
