import type { Database } from '../database/index.ts';
import { findPacticipants } from '../pacticipants/index.ts';
import type { MatrixQuery } from './query.ts';
import { isNameOnly } from './resolve.ts';
import {
  contentsOf,
  joinRows,
  latestRows,
  sortRows,
  type MatrixPact,
  type MatrixResult,
  type MatrixRow,
} from './rows.ts';
import { countsOfPairs, newestPacts, newestResults, resultCounts, type PairCounts } from './preview-store.ts';
import { pactsOfConsumers, pactsOfContents, resultsOfContents, resultsOfProviders } from './store.ts';
import type { ShownRow } from './verdict.ts';

/** The first rows of an answer, and how many there are. It is not a verdict. */
export interface MatrixPreview {
  readonly shown: readonly ShownRow[];
  readonly total: number;
  readonly success: number;
  readonly failed: number;
  readonly unknown: number;
  /** What there is to say where no row is shown. */
  readonly notices: readonly string[];
}

/** Whether a query means every version of everything that it names, and nothing else. */
export function isNameOnlyQuery({ selectors, ignore, target, success }: MatrixQuery): boolean {
  return (
    ignore.length === 0 && !target && !success && selectors.every((criteria) => isNameOnly({ criteria }))
  );
}

/** The preview of a query by names alone; undefined where there is no row at all. */
export function nameOnlyPreview(database: Database, query: MatrixQuery): MatrixPreview | undefined {
  return query.latestBy === 'cvpv' && query.selectors.length > 1
    ? newestPreview(database, query)
    : wholePreview(database, query);
}

/**
 * Of what counts now between several pacticipants: nothing is read beyond the rows that are shown, and the others are
 * counted by the database.
 */
function newestPreview(database: Database, { selectors, limit }: MatrixQuery): MatrixPreview | undefined {
  const named = findPacticipants(
    database,
    selectors.map(({ pacticipant }) => pacticipant),
  );
  const pacticipantIds = named.map(({ id }) => id);
  const inOrder = named.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const pacts = inOrder.flatMap(({ id }) => newestPacts(database, id, pacticipantIds, limit));
  if (pacts.length === 0) return undefined;
  const counts = resultCounts(database, contentsOf(pacts.slice(0, limit)));
  const first = fitting(pacts, (content) => Math.max(1, counts.get(content) ?? 0), limit);
  const results = newestResults(database, contentsOf(first), limit);
  const { shown } = previewOf(sortRows(joinRows(first, results, [])), limit);
  return { shown, ...sumOf(countsOfPairs(database, pacticipantIds)), notices: [] };
}

/** How many rows all pairs have together. */
export function sumOf(pairs: readonly PairCounts[]) {
  const counts = { total: 0, success: 0, failed: 0, unknown: 0 };
  for (const { success, failed, unknown } of pairs) {
    counts.total += success + failed + unknown;
    counts.success += success;
    counts.failed += failed;
    counts.unknown += unknown;
  }
  return counts;
}

/** The first pacts, until they have as many rows as are shown. */
function fitting(
  pacts: readonly MatrixPact[],
  rowsOf: (pactVersionId: number) => number,
  limit: number,
): MatrixPact[] {
  const first: MatrixPact[] = [];
  for (let rows = 0, i = 0; rows < limit && i < pacts.length; i++) {
    const pact = pacts[i] as MatrixPact;
    first.push(pact);
    rows += rowsOf(pact.pactVersionId);
  }
  return first;
}

function wholePreview(database: Database, query: MatrixQuery): MatrixPreview | undefined {
  const { latestBy, limit } = query;
  const { pacts, results } = selected(database, query);
  if (pacts.length === 0) return undefined;
  const of = Map.groupBy(results, ({ pactVersionId }) => pactVersionId);
  if (latestBy === 'cvp' || latestBy === 'cp') {
    const newest = [...of.values()].map(newestOf);
    return previewOf(latestRows(sortRows(joinRows(pacts, newest, [])), latestBy), limit);
  }
  const inOrder = sortRows(pacts.map((pact) => ({ pact, providerVersion: null, result: null })));
  const first = fitting(
    inOrder.map(({ pact }) => pact),
    (content) => of.get(content)?.length ?? 1,
    limit,
  );
  const needed = new Set(first.map(({ pactVersionId }) => pactVersionId));
  const resultsNeeded = results.filter(({ pactVersionId }) => needed.has(pactVersionId));
  const { shown } = previewOf(sortRows(joinRows(first, resultsNeeded, [])), limit);
  return { shown, ...counted(pacts, of), notices: [] };
}

/** What the evaluation would join: see `rowsBetween` and `rowsOfOne` there. */
function selected(database: Database, { selectors, latestBy }: MatrixQuery) {
  const history = { current: latestBy !== undefined };
  const pacticipantIds = findPacticipants(
    database,
    selectors.map(({ pacticipant }) => pacticipant),
  ).map(({ id }) => id);
  const chosen = { versionIds: [], pacticipantIds };
  if (selectors.length > 1) {
    const pacts = pactsOfConsumers(database, chosen, pacticipantIds, history);
    return { pacts, results: resultsOfContents(database, contentsOf(pacts), chosen, history) };
  }
  const own = pactsOfConsumers(database, chosen, undefined, history);
  const verified = resultsOfProviders(database, chosen, history);
  const theirs = pactsOfContents(database, contentsOf(verified), history);
  const pacts = [...new Map([...own, ...theirs].map((pact) => [pact.publicationId, pact])).values()];
  return { pacts, results: resultsOfContents(database, contentsOf(pacts), undefined, history) };
}

function newestOf(results: readonly MatrixResult[]): MatrixResult {
  return results.reduce((best, one) => (one.providerVersion.id > best.providerVersion.id ? one : best));
}

function previewOf(rows: readonly MatrixRow[], limit: number): MatrixPreview {
  const count = (success: boolean | undefined) =>
    rows.filter(({ result }) => result?.success === success).length;
  return {
    shown: rows.slice(0, limit).map((row) => ({ row, ignored: false })),
    total: rows.length,
    success: count(true),
    failed: count(false),
    unknown: count(undefined),
    notices: [],
  };
}

/** How many rows there would be: one for each result of each pact, and one for each pact without any. */
function counted(pacts: readonly MatrixPact[], of: ReadonlyMap<number, readonly MatrixResult[]>) {
  const byContent = new Map(
    [...of].map(([id, results]) => [id, results.filter(({ success }) => success).length] as const),
  );
  const counts = { total: 0, success: 0, failed: 0, unknown: 0 };
  for (const { pactVersionId } of pacts) {
    const all = of.get(pactVersionId)?.length ?? 0;
    const success = byContent.get(pactVersionId) ?? 0;
    counts.total += Math.max(1, all);
    counts.success += success;
    counts.failed += all - success;
    counts.unknown += all === 0 ? 1 : 0;
  }
  return counts;
}
