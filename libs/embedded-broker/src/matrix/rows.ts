import type { LatestBy } from './query.ts';
import { isNameOnly, type ResolvedSelector, type VersionRef } from './resolve.ts';

/** A consumer version's pact with a provider. */
export interface MatrixPact {
  readonly publicationId: number;
  readonly consumerId: number;
  readonly consumerName: string;
  readonly consumerVersion: VersionRef;
  readonly providerId: number;
  readonly providerName: string;
  readonly pactVersionId: number;
  readonly sha: string;
  readonly revision: number;
  /** Whether no later revision replaced it. */
  readonly current: boolean;
  readonly publishedAt: string;
}

/** A provider version's result for a content. */
export interface MatrixResult {
  readonly number: number;
  readonly pactVersionId: number;
  readonly providerVersion: VersionRef;
  readonly success: boolean;
  readonly verifiedAt: string;
}

/** A pact, a provider version, and whether the one was verified with the other. */
export interface MatrixRow {
  readonly pact: MatrixPact;
  /** Null when no particular provider version is meant: none of those asked for has a result. */
  readonly providerVersion: VersionRef | null;
  readonly result: MatrixResult | null;
}

/**
 * Joins pacts with results. A pact gets a row for each result, and one without a result for each selected
 * provider version that has none: a provider version that is live but never verified the pact must not
 * vanish behind another that did. Where a single version was selected that row names no version, as the
 * official broker has it.
 * @param selected all resolved selectors of the query
 */
export function joinRows(
  pacts: readonly MatrixPact[],
  results: readonly MatrixResult[],
  selected: readonly ResolvedSelector[],
): MatrixRow[] {
  const byContent = Map.groupBy(results, ({ pactVersionId }) => pactVersionId);
  const byPacticipant = Map.groupBy(selected, ({ pacticipantId }) => pacticipantId);
  const versionsOf = remembered((pacticipantId: number) =>
    uniqueVersions(byPacticipant.get(pacticipantId) ?? []),
  );
  const verifiedBy = remembered(
    (pactVersionId: number) =>
      new Set(byContent.get(pactVersionId)?.map(({ providerVersion }) => providerVersion.id)),
  );
  return pacts.flatMap((pact) => {
    const verified = byContent.get(pact.pactVersionId) ?? [];
    const rows: MatrixRow[] = verified.map((result) => ({
      pact,
      providerVersion: result.providerVersion,
      result,
    }));
    const providers = byPacticipant.get(pact.providerId) ?? [];
    const has = verifiedBy(pact.pactVersionId);
    const unverified = versionsOf(pact.providerId).filter(({ id }) => !has.has(id));
    if (rows.length === 0 && (unverified.length <= 1 || providers.some(isNameOnly))) {
      return [{ pact, providerVersion: null, result: null }];
    }
    return [...rows, ...unverified.map((providerVersion) => ({ pact, providerVersion, result: null }))];
  });
}

/** Rows in the order they are shown: consumer, its version, revision, provider, its version, result; newest first. */
export function sortRows(rows: readonly MatrixRow[]): MatrixRow[] {
  return rows.toSorted(
    (a, b) =>
      compareText(a.pact.consumerName, b.pact.consumerName) ||
      b.pact.consumerVersion.id - a.pact.consumerVersion.id ||
      b.pact.revision - a.pact.revision ||
      compareText(a.pact.providerName, b.pact.providerName) ||
      (b.providerVersion?.id ?? 0) - (a.providerVersion?.id ?? 0) ||
      (b.result?.number ?? 0) - (a.result?.number ?? 0),
  );
}

/**
 * Keeps one row of each group: the one with the newest provider version; a group that starts without a provider version
 * keeps that row.
 * Source: docs/official-broker/matrix.md#latestby.
 * @param rows sorted
 */
export function latestRows(rows: readonly MatrixRow[], by: LatestBy): MatrixRow[] {
  const keyOf = ({ pact, providerVersion }: MatrixRow) => {
    if (by === 'cp') return `${pact.consumerId} ${pact.providerId}`;
    const cvp = `${pact.consumerId} ${pact.consumerVersion.id} ${pact.providerId}`;
    return by === 'cvp' ? cvp : `${cvp} ${providerVersion?.id ?? ''}`;
  };
  return [...Map.groupBy(rows, keyOf).values()].map((group) => {
    const [first] = group as [MatrixRow, ...MatrixRow[]];
    if (first.providerVersion === null) return first;
    return group.reduce(
      (best, row) => ((row.providerVersion?.id ?? 0) > (best.providerVersion?.id ?? 0) ? row : best),
      first,
    );
  });
}

/** What is made of an id, made once. */
function remembered<Value>(make: (id: number) => Value): (id: number) => Value {
  const known = new Map<number, Value>();
  return (id) => {
    const value = known.get(id) ?? make(id);
    known.set(id, value);
    return value;
  };
}

function uniqueVersions(selectors: readonly ResolvedSelector[]): VersionRef[] {
  return [
    ...new Map(
      selectors.flatMap(({ version }) => (version ? [[version.id, version] as const] : [])),
    ).values(),
  ];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The contents that pacts have, or results are about, each once. */
export function contentsOf(all: readonly { readonly pactVersionId: number }[]): number[] {
  return [...new Set(all.map(({ pactVersionId }) => pactVersionId))];
}
