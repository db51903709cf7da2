import type { Database } from '../database/index.ts';
import { versionLookup } from './lookup.ts';
import type { MatrixQuery } from './query.ts';
import { isNameOnly, resolveSelector, type ResolvedSelector } from './resolve.ts';
import { joinRows, latestRows, sortRows, type MatrixPact, type MatrixRow } from './rows.ts';
import {
  consumersOf,
  pactsOfConsumers,
  pactsOfContents,
  resultsOfContents,
  resultsOfProviders,
  type History,
} from './store.ts';
import { verdict, type MatrixIntegration, type Verdict } from './verdict.ts';

/** Answers a matrix query: the engine behind can-i-deploy (semantics.md 5.1). */
export function evaluateMatrix(database: Database, query: MatrixQuery): Verdict {
  const lookup = versionLookup(database);
  const resolve = (selectors: MatrixQuery['selectors']) =>
    selectors.flatMap((selector) => resolveSelector(selector, lookup));
  const ignore = resolve(query.ignore);
  const specified = resolve(query.selectors);
  const history: History = { current: query.latestBy !== undefined };
  const infers = query.target !== undefined || specified.length === 1;

  const integrations = integrationsOf(database, specified, infers);
  const names = new Set(specified.map(({ pacticipant }) => pacticipant));
  const others = new Set(
    integrations.flatMap((one) => [one.consumerName, one.providerName]).filter((name) => !names.has(name)),
  );
  const inferred = query.target
    ? resolve([...others].map((pacticipant) => ({ pacticipant, ...query.target })))
    : [];

  const all = [...specified, ...inferred];
  const joined =
    all.length === 1 ? rowsOfOne(database, specified, history) : rowsBetween(database, all, names, history);
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

/** The rows between all selected versions; those between two inferred pacticipants are nobody's question. */
function rowsBetween(
  database: Database,
  selected: readonly ResolvedSelector[],
  specifiedNames: ReadonlySet<string>,
  history: History,
): MatrixRow[] {
  const chosen = chosenBy(selected);
  const pacticipantIds = [...new Set(selected.flatMap(({ pacticipantId }) => pacticipantId ?? []))];
  const pacts = pactsOfConsumers(database, chosen, pacticipantIds, history).filter(
    ({ consumerName, providerName }) => specifiedNames.has(consumerName) || specifiedNames.has(providerName),
  );
  const results = resultsOfContents(database, contentsOf(pacts), chosen, history);
  return joinRows(pacts, results, selected);
}

/** The rows of a single selection: its pacts with all their results, and its results with all their pacts. */
function rowsOfOne(database: Database, selected: readonly ResolvedSelector[], history: History): MatrixRow[] {
  const chosen = chosenBy(selected);
  const asConsumer = pactsOfConsumers(database, chosen, undefined, history);
  const own = joinRows(
    asConsumer,
    resultsOfContents(database, contentsOf(asConsumer), undefined, history),
    [],
  );
  const results = resultsOfProviders(database, chosen, history);
  const verified = pactsOfContents(
    database,
    [...new Set(results.map(({ pactVersionId }) => pactVersionId))],
    history,
  );
  const asProvider = joinRows(verified, results, []);
  const rows = [...own, ...asProvider];
  return [
    ...new Map(rows.map((row) => [`${row.pact.publicationId} ${row.result?.number ?? ''}`, row])).values(),
  ];
}

function integrationsOf(
  database: Database,
  specified: readonly ResolvedSelector[],
  infers: boolean,
): MatrixIntegration[] {
  const pacts = pactsOfConsumers(database, chosenBy(specified), undefined, { current: true });
  const names = new Set(specified.map(({ pacticipant }) => pacticipant));
  const asConsumer = pacts
    .filter(({ providerName }) => infers || names.has(providerName))
    .map(({ consumerName, providerName }) => ({ consumerName, providerName, required: true }));
  const asProvider = infers
    ? specified.flatMap(({ pacticipantId }) =>
        pacticipantId === undefined ? [] : consumersOf(database, pacticipantId),
      )
    : [];
  const byPair = new Map<string, MatrixIntegration>();
  for (const one of [...asConsumer, ...asProvider]) {
    const key = JSON.stringify([one.consumerName, one.providerName]);
    if (!byPair.has(key)) byPair.set(key, one);
  }
  return [...byPair.values()];
}

/** Versions that are picked one by one, and pacticipants of which any version is meant. */
function chosenBy(selected: readonly ResolvedSelector[]): { versionIds: number[]; pacticipantIds: number[] } {
  return {
    versionIds: selected.flatMap(({ version }) => version?.id ?? []),
    pacticipantIds: selected.filter(isNameOnly).flatMap(({ pacticipantId }) => pacticipantId ?? []),
  };
}

function contentsOf(pacts: readonly MatrixPact[]): number[] {
  return [...new Set(pacts.map(({ pactVersionId }) => pactVersionId))];
}
