import type { Database } from '../database/index.ts';
import { findPacticipants, type Pacticipant } from '../pacticipants/index.ts';
import { evaluateMatrix } from './evaluate.ts';
import { isNameOnlyQuery, nameOnlyPreview, sumOf } from './name-only-preview.ts';
import { countsOfPairs, newestUnverified, pactsOfVersions, type PairCounts } from './preview-store.ts';
import type { MatrixQuery } from './query.ts';
import { sortRows, type MatrixPact, type MatrixRow } from './rows.ts';
import { shownRows, verdict, type ShownRow, type Verdict } from './verdict.ts';

/** A verdict with as many rows as an answer shows. */
export interface MatrixAnswer extends Pick<
  Verdict,
  'selectors' | 'deployable' | 'success' | 'failed' | 'unknown' | 'ignored' | 'notices'
> {
  readonly shown: readonly ShownRow[];
  /** The first of the rows without a result, as many as may be shown, and how many there are. */
  readonly unverified: { readonly first: readonly MatrixRow[]; readonly total: number };
}

/**
 * The answer to a query. Where it names pacticipants alone, rows that are not shown are counted without being made; the
 * verdict then is that over one row of each kind.
 */
export function matrixAnswer(database: Database, query: MatrixQuery): MatrixAnswer {
  const byNames =
    isNameOnlyQuery(query) && query.latestBy === 'cvpv' && query.selectors.length > 1
      ? answerByNames(database, query)
      : undefined;
  if (byNames) return byNames;
  const evaluated = evaluateMatrix(database, query);
  const unverified = evaluated.considered.filter(({ result }) => result === null);
  return {
    ...evaluated,
    shown: shownRows(evaluated, query.limit),
    unverified: { first: unverified.slice(0, query.limit), total: unverified.length },
  };
}

/** Undefined where there is no row between the pacticipants, or one of them does not exist. */
function answerByNames(database: Database, query: MatrixQuery): MatrixAnswer | undefined {
  const { selectors, limit } = query;
  const found = findPacticipants(
    database,
    selectors.map(({ pacticipant }) => pacticipant),
  );
  const named = new Map(found.map((pacticipant) => [pacticipant.name, pacticipant]));
  const preview = named.size === selectors.length ? nameOnlyPreview(database, query) : undefined;
  if (!preview) return undefined;
  const ids = found.map(({ id }) => id);
  const pairs = countsOfPairs(database, ids);
  const rows = exampleRows(database, pairs);
  const {
    deployable,
    notices,
    selectors: resolved,
  } = verdict({
    specified: selectors.map((criteria) => ({
      pacticipant: criteria.pacticipant,
      pacticipantId: named.get(criteria.pacticipant)?.id,
      version: undefined,
      criteria,
      oneOfMany: false,
    })),
    inferred: [],
    ignore: undefined,
    integrations: rows.map(({ pact }) => ({ ...pact, required: true })),
    rows,
    hasDestination: false,
  });
  const { success, failed, unknown } = sumOf(pairs);
  return {
    selectors: resolved,
    deployable,
    success,
    failed,
    unknown,
    notices,
    shown: preview.shown,
    unverified: {
      first: unknown === 0 ? [] : firstUnverified(database, found, limit),
      total: unknown,
    },
  };
}

/** Of each pair the newest row of each kind, in the order of the matrix: they say all that a verdict says. */
function exampleRows(database: Database, pairs: readonly PairCounts[]): MatrixRow[] {
  const examples = pairs.flatMap(({ providerId, lastSuccess, lastFailed, lastUnknown }) =>
    (
      [
        [lastSuccess, true],
        [lastFailed, false],
        [lastUnknown, null],
      ] as const
    ).flatMap(([versionId, success]) => (versionId === null ? [] : [{ versionId, providerId, success }])),
  );
  const keyOf = (versionId: number, providerId: number) => `${versionId} ${providerId}`;
  const pacts = new Map(
    pactsOfVersions(
      database,
      examples.map(({ versionId, providerId }) => [versionId, providerId] as const),
    ).map((pact) => [keyOf(pact.consumerVersion.id, pact.providerId), pact]),
  );
  return sortRows(
    examples.flatMap(({ versionId, providerId, success }) => {
      const pact = pacts.get(keyOf(versionId, providerId));
      return pact ? [exampleRow(pact, success)] : [];
    }),
  );
}

function exampleRow(pact: MatrixPact, success: boolean | null): MatrixRow {
  const providerVersion = { id: 0, number: '' };
  const { pactVersionId } = pact;
  return success === null
    ? { pact, providerVersion: null, result: null }
    : {
        pact,
        providerVersion,
        result: { number: 0, pactVersionId, providerVersion, success, verifiedAt: '' },
      };
}

function firstUnverified(database: Database, named: readonly Pacticipant[], limit: number): MatrixRow[] {
  const ids = named.map(({ id }) => id);
  const pacts = ids.flatMap((id) => newestUnverified(database, id, ids, limit));
  return sortRows(pacts.map((pact) => ({ pact, providerVersion: null, result: null }))).slice(0, limit);
}
