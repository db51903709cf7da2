import { describe, describeMissing } from './descriptions.ts';
import {
  exists,
  isNameOnly,
  type ResolvedSelector,
  type SelectorsByPacticipant,
  type VersionRef,
} from './resolve.ts';
import type { MatrixRow } from './rows.ts';

/** Two pacticipants with a contract between them, as far as a query is concerned. */
export interface MatrixIntegration {
  readonly consumerName: string;
  readonly providerName: string;
  /** Whether the selected consumer can't work without the provider. A provider doesn't need its consumers. */
  readonly required: boolean;
}

export interface VerdictFacts {
  readonly specified: readonly ResolvedSelector[];
  readonly inferred: readonly ResolvedSelector[];
  /** What to leave out; undefined when the query has no ignore selectors. */
  readonly ignore: readonly ResolvedSelector[] | undefined;
  readonly integrations: readonly MatrixIntegration[];
  readonly rows: readonly MatrixRow[];
  /** Whether the query says where the versions are to go (tag, environment or main branch). */
  readonly hasDestination: boolean;
}

/** A sentence of a verdict. */
export interface VerdictNotice {
  readonly type: 'success' | 'error' | 'warning';
  readonly text: string;
}

/** A notice with what it is about. */
export interface Reason extends VerdictNotice {
  readonly rows: readonly MatrixRow[];
}

export interface Verdict {
  /** What was asked about, with the versions it came to. */
  readonly selectors: SelectorsByPacticipant;
  /** Yes, no, or null: not known. Only `true` means that a deployment is safe. */
  readonly deployable: boolean | null;
  readonly success: number;
  readonly failed: number;
  readonly unknown: number;
  readonly ignored?: number;
  readonly notices: readonly VerdictNotice[];
  /** The same notices, each with the rows behind it. */
  readonly reasons: readonly Reason[];
  readonly considered: readonly MatrixRow[];
  readonly ignoredRows: readonly MatrixRow[];
}

/** A row as it is shown. */
export interface ShownRow {
  readonly row: MatrixRow;
  readonly ignored: boolean;
}

/** The rows to show, the ignored ones last. The verdict has looked at all of them. */
export function shownRows({ considered, ignoredRows }: Verdict, limit: number): ShownRow[] {
  return [
    ...considered.slice(0, limit).map((row) => ({ row, ignored: false })),
    ...ignoredRows.slice(0, Math.max(0, limit - considered.length)).map((row) => ({ row, ignored: true })),
  ];
}

/**
 * Says whether the selected versions can be deployed, and why.
 * Source: docs/official-broker/can-i-deploy.md#verdict.
 */
export function verdict(facts: VerdictFacts): Verdict {
  const ignore = facts.ignore ?? [];
  const [ignoredRows, considered] = partition(facts.rows, (row) => isIgnoredRow(row, ignore));
  const missingSelectors = facts.specified.filter(
    (selector) => !exists(selector) && !isIgnored(selector, ignore),
  );
  const withRow = new Set(facts.rows.map(({ pact }) => pairOf(pact)));
  const withoutRow = facts.integrations.filter((one) => one.required && !withRow.has(pairOf(one)));
  const success = considered.filter(({ result }) => result?.success === true).length;
  const failures = considered.filter(({ result }) => result?.success === false);
  const unverified = considered.filter(({ result }) => result === null);
  const unknown = unverified.length + withoutRow.length;

  const selectors = [...facts.specified, ...facts.inferred];
  const byPacticipant = Map.groupBy(selectors, ({ pacticipant }) => pacticipant);
  const side = sidesOf(selectors, byPacticipant);
  const pair = ({ pact, providerVersion }: MatrixRow) =>
    `${side(pact.consumerName, pact.consumerVersion)} and ${side(pact.providerName, providerVersion)}`;
  const errors: readonly (readonly [text: string, rows: readonly MatrixRow[]])[] =
    missingSelectors.length > 0
      ? missingSelectors.map((selector) => [describeMissing(selector), []] as const)
      : [
          ...withoutRow.map(
            ({ consumerName, providerName }) =>
              [
                `There is no verified pact between ${side(consumerName, null)} and ${side(providerName, null)}`,
                [],
              ] as const,
          ),
          ...failures.map(
            (row) => [`The verification for the pact between ${pair(row)} failed`, [row]] as const,
          ),
          ...unverified.map((row) => [`There is no verified pact between ${pair(row)}`, [row]] as const),
        ];
  const deployable = missingSelectors.length > 0 ? false : unknown > 0 ? null : failures.length === 0;
  const successText =
    considered.length > 0
      ? 'All required verification results are published and successful'
      : 'There are no missing dependencies';
  const reasons: Reason[] = [
    ...warnings(facts).map((text) => ({ type: 'warning' as const, text, rows: [] })),
    ...(errors.length > 0
      ? [...Map.groupBy(errors, ([text]) => text)].map(([text, group]) => ({
          type: 'error' as const,
          text,
          rows: group.flatMap(([, rows]) => rows),
        }))
      : [{ type: 'success' as const, text: successText, rows: considered }]),
  ];
  return {
    selectors: byPacticipant,
    deployable,
    success,
    failed: failures.length,
    unknown,
    ignored: facts.ignore && ignoredRows.length,
    notices: reasons.map(({ type, text }) => ({ type, text })),
    reasons,
    considered,
    ignoredRows,
  };
}

function warnings({ specified, ignore = [], hasDestination }: VerdictFacts): string[] {
  const vague = specified.some((selector) => !isNameOnly(selector));
  const numbered = specified.some(({ criteria }) => criteria.version !== undefined);
  return [
    ...ignore
      .filter((selector) => !exists(selector))
      .map((selector) => `WARN: Cannot ignore ${describe(selector)}`),
    ...(specified.length === 1 && !hasDestination
      ? [
          'WARN: It is recommended to specify the environment into which you are deploying. Without the environment, this result will not be reliable.',
        ]
      : []),
    ...(vague && !numbered
      ? [
          'WARN: It is recommended to specify the version number (rather than the tag or branch) of the pacticipant you wish to deploy to avoid race conditions. Without a version number, this result will not be reliable.',
        ]
      : []),
  ];
}

function pairOf({
  consumerName,
  providerName,
}: Pick<MatrixIntegration, 'consumerName' | 'providerName'>): string {
  return JSON.stringify([consumerName, providerName]);
}

type Side = (pacticipant: string, version: VersionRef | null) => string;

/** One side of a contract in words: by the selector that picked the version, else as any version. */
function sidesOf(selectors: readonly ResolvedSelector[], byPacticipant: SelectorsByPacticipant): Side {
  const byVersion = Map.groupBy(selectors, ({ version }) => version?.id);
  return (pacticipant, version) => {
    const own = byPacticipant.get(pacticipant) ?? [];
    const [only] = own;
    const match =
      version && byVersion.get(version.id)?.find((selector) => selector.pacticipant === pacticipant);
    if (match) return describe(match);
    if (own.length === 1 && only) return describe(only);
    return own.length === 0 && version !== null
      ? `version ${version.number} of ${pacticipant}`
      : `any version of ${pacticipant}`;
  };
}

function isIgnoredRow({ pact, providerVersion }: MatrixRow, ignore: readonly ResolvedSelector[]): boolean {
  return ignore.some(
    (selector) =>
      matches(selector, pact.consumerId, pact.consumerVersion.id) ||
      matches(selector, pact.providerId, providerVersion?.id),
  );
}

function isIgnored(
  { pacticipantId, version }: ResolvedSelector,
  ignore: readonly ResolvedSelector[],
): boolean {
  return ignore.some(
    (selector) => pacticipantId !== undefined && matches(selector, pacticipantId, version?.id),
  );
}

function matches(ignored: ResolvedSelector, pacticipantId: number, versionId: number | undefined): boolean {
  if (ignored.pacticipantId !== pacticipantId) return false;
  return isNameOnly(ignored) || (ignored.version !== undefined && ignored.version.id === versionId);
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
