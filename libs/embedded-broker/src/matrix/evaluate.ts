import type { Database } from '../database/index.ts';
import { lookedUpTogether, versionLookup } from './lookup.ts';
import type { MatrixQuery } from './query.ts';
import { isNameOnly, resolveSelector, type ResolvedSelector } from './resolve.ts';
import {
  contentsOf,
  joinRows,
  latestRows,
  sortRows,
  type MatrixPact,
  type MatrixResult,
  type MatrixRow,
} from './rows.ts';
import {
  consumersOf,
  pactsOfConsumers,
  pactsOfContents,
  resultsOfContents,
  resultsOfPairs,
  resultsOfProviders,
  type Chosen,
  type History,
} from './store.ts';
import { verdict, type MatrixIntegration, type Verdict } from './verdict.ts';

/** Answers a matrix query: the engine behind can-i-deploy. Source: docs/official-broker/matrix.md#evaluation. */
export function evaluateMatrix(database: Database, query: MatrixQuery): Verdict {
  const lookup = versionLookup(database);
  const resolve = (selectors: MatrixQuery['selectors'], found = lookup) =>
    selectors.flatMap((selector) => resolveSelector(selector, found));
  const ignore = resolve(query.ignore);
  const specified = resolve(query.selectors);
  const history: History = { current: query.latestBy !== undefined };
  const names = new Set(specified.map(({ pacticipant }) => pacticipant));
  // Several versions of one pacticipant have nobody beside them either.
  const isAlone = specified.length === 1 || (names.size === 1 && !specified.every(isNameOnly));

  const pacts = pactsOfConsumers(database, chosenBy(specified), undefined, history);
  const integrations = integrationsOf(database, specified, pacts, query.target !== undefined || isAlone);
  const others = new Set(
    integrations.flatMap((one) => [one.consumerName, one.providerName]).filter((name) => !names.has(name)),
  );
  const inferred = query.target
    ? resolve(
        [...others].map((pacticipant) => ({ pacticipant, ...query.target })),
        lookedUpTogether(database, lookup, [...others], query.target.environment),
      )
    : [];

  const isOfOne = query.target ? specified.length + inferred.length === 1 : isAlone;
  const joined = isOfOne
    ? rowsOfOne(database, specified, pacts, history)
    : rowsBetween(database, { specified, inferred, pacts }, history);
  const sorted = sortRows(joined);
  // Whatever runs in an environment counts, not only its newest version; so `latestby` must not hide one.
  const latestBy = query.latestBy && query.target?.environment ? 'cvpv' : query.latestBy;
  const latest = latestBy ? latestRows(sorted, latestBy) : sorted;
  const rows = query.success
    ? latest.filter(({ result }) => query.success?.includes(result?.success ?? null))
    : latest;
  const { tag, environment, mainBranch, branch } = query.target ?? {};
  return verdict({
    specified,
    inferred,
    ignore: query.ignore.length > 0 ? ignore : undefined,
    integrations,
    rows,
    hasDestination: Boolean(tag ?? environment ?? branch) || mainBranch === true,
  });
}

interface Selection {
  readonly specified: readonly ResolvedSelector[];
  readonly inferred: readonly ResolvedSelector[];
  /** The pacts of the specified versions, as consumers. */
  readonly pacts: readonly MatrixPact[];
}

/**
 * The rows between all selected versions. The pacts that inferred consumers have with one another are
 * nobody's question, so only theirs with specified providers are read.
 */
function rowsBetween(
  database: Database,
  { specified, inferred, pacts }: Selection,
  history: History,
): MatrixRow[] {
  const all = [...specified, ...inferred];
  const selectedIds = new Set(idsOf(all));
  const between = [
    ...pacts.filter(({ providerId }) => selectedIds.has(providerId)),
    ...pactsOfConsumers(database, chosenBy(inferred), idsOf(specified), history),
  ];
  return joinRows(between, resultsBetween(database, between, all, history), all);
}

/**
 * The results of the selected provider versions. Where versions are picked one by one, each is looked up for the contents
 * of its pacticipant: a content may have thousands of results of others.
 */
function resultsBetween(
  database: Database,
  pacts: readonly MatrixPact[],
  selected: readonly ResolvedSelector[],
  history: History,
): MatrixResult[] {
  const chosen = chosenBy(selected);
  const anyVersion = new Set(chosen.pacticipantIds);
  const isPicked = ({ providerId }: MatrixPact) => history.current && !anyVersion.has(providerId);
  const providerOf = new Map(
    pacts.filter(isPicked).map(({ pactVersionId, providerId }) => [pactVersionId, providerId]),
  );
  const versionsOf = Map.groupBy(selected, ({ pacticipantId }) => pacticipantId);
  const pairs = [...providerOf].flatMap(([content, providerId]) => {
    const ids = (versionsOf.get(providerId) ?? []).flatMap(({ version }) => version?.id ?? []);
    return [...new Set(ids)].map((id) => [content, id] as const);
  });
  const others = pacts.filter((pact) => !isPicked(pact));
  return [
    ...(pairs.length === 0 ? [] : resultsOfPairs(database, pairs)),
    ...(others.length === 0 ? [] : resultsOfContents(database, contentsOf(others), chosen, history)),
  ];
}

/** The rows of a single selection: its pacts with all their results, and its results with all their pacts. */
function rowsOfOne(
  database: Database,
  selected: readonly ResolvedSelector[],
  pacts: readonly MatrixPact[],
  history: History,
): MatrixRow[] {
  const own = joinRows(pacts, resultsOfContents(database, contentsOf(pacts), undefined, history), []);
  const results = resultsOfProviders(database, chosenBy(selected), history);
  const verified = pactsOfContents(database, contentsOf(results), history);
  const asProvider = joinRows(verified, results, []);
  const rows = [...own, ...asProvider];
  return [
    ...new Map(rows.map((row) => [`${row.pact.publicationId} ${row.result?.number ?? ''}`, row])).values(),
  ];
}

/**
 * Who is integrated with whom, as far as the selection is concerned: the selected ones with one another. Where these have
 * nothing to do with one another, it is what they need: nobody may say yes who has looked at none of it.
 * @param infers whether the selected ones are asked about together with all that they are integrated with
 */
function integrationsOf(
  database: Database,
  specified: readonly ResolvedSelector[],
  pacts: readonly MatrixPact[],
  infers: boolean,
): MatrixIntegration[] {
  const names = new Set(specified.map(({ pacticipant }) => pacticipant));
  const isUnrelated = !pacts.some(({ current, providerName }) => current && names.has(providerName));
  const asConsumer = pacts.filter(
    ({ current, providerName }) => current && (infers || isUnrelated || names.has(providerName)),
  );
  const asProvider = infers ? idsOf(specified).flatMap((id) => consumersOf(database, id)) : [];
  const byPair = new Map<string, MatrixIntegration>();
  for (const { consumerName, providerName } of asConsumer) {
    byPair.set(JSON.stringify([consumerName, providerName]), { consumerName, providerName, required: true });
  }
  for (const { consumerName, providerName } of asProvider) {
    const pair = JSON.stringify([consumerName, providerName]);
    if (!byPair.has(pair)) byPair.set(pair, { consumerName, providerName, required: false });
  }
  return [...byPair.values()];
}

function chosenBy(selected: readonly ResolvedSelector[]): Chosen {
  return {
    versionIds: selected.flatMap(({ version }) => version?.id ?? []),
    pacticipantIds: selected.filter(isNameOnly).flatMap(({ pacticipantId }) => pacticipantId ?? []),
  };
}

function idsOf(selected: readonly ResolvedSelector[]): number[] {
  return [...new Set(selected.flatMap(({ pacticipantId }) => pacticipantId ?? []))];
}
