import { stripVTControlCharacters } from 'node:util';
import type { Unanswered } from './forward.ts';

/** A difference between what the contract says and what the provider did. */
export interface Mismatch {
  /** Part of the response: `StatusMismatch`, `BodyMismatch`, `HeaderMismatch`, … as Pact names them. */
  readonly type: string;
  /** In words, without colour codes. */
  readonly description: string;
  /** Where in the body, e.g. `$.firstName`; or a header's name. */
  readonly path: string | undefined;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What became of one interaction. */
export interface InteractionResult {
  readonly consumer: string;
  readonly description: string;
  readonly providerStates: readonly string[];
  /** `pending` failures don't fail the verification. */
  readonly status: 'passed' | 'failed' | 'pending';
  readonly mismatches: readonly Mismatch[];
}

/** The outcome of a verification. */
export interface VerificationResult {
  readonly success: boolean;
  readonly interactions: readonly InteractionResult[];
  /** Whether the broker has the results. */
  readonly published: boolean;
  /** The verifier's report, without colour codes. */
  readonly text: string;
}

interface RawResult {
  readonly result?: boolean;
  readonly interactionResults?: readonly RawInteraction[];
  readonly errors?: readonly RawError[];
  readonly output?: readonly string[];
}

interface RawError {
  readonly interaction?: string;
  readonly mismatch?: RawInteraction['mismatch'];
}

interface RawInteraction {
  readonly consumer?: string;
  readonly description?: string;
  readonly providerStates?: readonly string[];
  readonly result?: string;
  readonly pending?: boolean;
  readonly mismatch?: {
    readonly type?: string;
    readonly message?: string;
    readonly mismatches?: readonly RawMismatch[];
  };
}

interface RawMismatch {
  readonly type?: string;
  readonly mismatch?: string;
  readonly path?: string;
  readonly key?: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/**
 * Reads what the native verifier returns: JSON text, both when it passes and as the message of its error.
 * @param allowPending whether a pending interaction may fail
 * @returns undefined when the text is something else
 */
export function parseResult(
  text: string,
  { allowPending }: { readonly allowPending: boolean },
): Omit<VerificationResult, 'published'> | undefined {
  let raw: RawResult;
  try {
    raw = JSON.parse(text) as RawResult;
  } catch {
    return undefined;
  }
  if (!Array.isArray(raw.interactionResults)) return undefined;
  const interactions = raw.interactionResults.map((one: RawInteraction) =>
    interactionResult(one, allowPending),
  );
  return {
    success: (raw.result ?? true) && interactions.every(({ status }) => status !== 'failed'),
    interactions: interactions.length > 0 ? interactions : (raw.errors ?? []).map(failureToRun),
    text: stripVTControlCharacters((raw.output ?? []).join('\n')).trim(),
  };
}

/** Says why where the verifier only knows that its own connection broke off. */
export function explainUnanswered<T extends Pick<VerificationResult, 'interactions'>>(
  outcome: T,
  unanswered: readonly Unanswered[],
): T {
  const explain = (mismatch: Mismatch): Mismatch => {
    const url = /^error .* for url \((.*)\)$/.exec(mismatch.description)?.[1];
    const failure = unanswered.find(({ path }) => url?.endsWith(path));
    if (!failure) return mismatch;
    const { method, path, reason } = failure;
    return { ...mismatch, description: `the provider did not answer ${method} ${path}: ${reason}` };
  };
  const interactions = outcome.interactions.map((one) => ({
    ...one,
    mismatches: one.mismatches.map(explain),
  }));
  return { ...outcome, interactions };
}

/** The failures in a few lines: what failed, given which state, and how. */
export function failureSummary({ interactions }: Pick<VerificationResult, 'interactions'>): string {
  const failed = interactions.filter(({ status }) => status === 'failed');
  const lines = failed.flatMap(({ description, providerStates, mismatches }) => [
    `  ${description}${providerStates.length > 0 ? ` (given ${providerStates.join(', ')})` : ''}`,
    ...mismatches.map((mismatch) => `    - ${mismatch.description}`),
  ]);
  return `${failed.length} of ${interactions.length} interactions failed:\n${lines.join('\n')}`;
}

/** An error of the verification as a whole, e.g. a pact that could not be loaded. */
function failureToRun({ interaction = 'the verification', mismatch }: RawError): InteractionResult {
  return {
    consumer: '',
    description: interaction,
    providerStates: [],
    status: 'failed',
    mismatches: mismatchesOf(mismatch),
  };
}

function interactionResult(raw: RawInteraction, allowPending: boolean): InteractionResult {
  const { consumer = '', description = '', providerStates = [], result, pending, mismatch } = raw;
  return {
    consumer,
    description,
    providerStates,
    status: result === 'OK' ? 'passed' : pending && allowPending ? 'pending' : 'failed',
    mismatches: result === 'OK' ? [] : mismatchesOf(mismatch),
  };
}

function mismatchesOf(mismatch: RawInteraction['mismatch']): Mismatch[] {
  if (mismatch?.mismatches) return mismatch.mismatches.map(toMismatch);
  const description = mismatch?.message ?? 'the interaction could not be run';
  return [
    { type: mismatch?.type ?? 'error', description, path: undefined, expected: undefined, actual: undefined },
  ];
}

function toMismatch({ type = '', mismatch = '', path, key, expected, actual }: RawMismatch): Mismatch {
  const where = path ?? key;
  const text = stripVTControlCharacters(mismatch);
  const description =
    where !== undefined && where !== '$' && !text.includes(where) ? `${where}: ${text}` : text;
  return { type, description, path: where, expected: readable(expected), actual: readable(actual) };
}

/** The verifier gives bodies as lists of bytes now and then; text is more use. */
function readable(value: unknown): unknown {
  const isBytes =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => Number.isInteger(item) && item >= 0 && item < 256);
  return isBytes ? Buffer.from(value as number[]).toString('utf8') : value;
}
