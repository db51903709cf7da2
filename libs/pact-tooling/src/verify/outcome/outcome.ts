import { stripVTControlCharacters } from 'node:util';
import type { InteractionRun } from '../course.ts';
import { describeFailure } from '../errors.ts';
import type { RawInteraction, RawResult } from '../native/raw-result.ts';
import type { Plan, PlannedInteraction } from '../plan/index.ts';
import { mismatchesOf, reasonOf } from './mismatches.ts';
import type { InteractionName, InteractionResult, Outcome } from './result.ts';
import { shownExchange } from './shown-exchange.ts';

/**
 * Combines the native verifier's results and our own observations.
 * @param runs one for each interaction, in the order of the plan
 * @param allowPending whether an interaction that its own contract marks as pending may fail
 */
export function outcomeOf(
  raw: RawResult,
  plan: Plan,
  runs: readonly InteractionRun[],
  allowPending: boolean,
): Outcome {
  const verified = new Map(
    plan.interactions.map((planned, i) => [
      planned,
      interactionResult(planned, raw.interactionResults[i], runs[i], allowPending),
    ]),
  );
  const interactions = plan.wanted.map((planned) => verified.get(planned) ?? refused(planned));
  return {
    success: raw.result && interactions.every(({ status }) => status !== 'failed'),
    interactions,
    leftOut: plan.leftOut.map(nameOf),
    text: [stripVTControlCharacters(raw.output.join('\n')).trim(), ...linesAboutRefused(plan)]
      .filter(Boolean)
      .join('\n'),
  };
}

/** The outcome without a run of the verifier, as nothing can be verified. */
export function outcomeOfRefused(plan: Plan): Outcome {
  return outcomeOf({ result: true, interactionResults: [], errors: [], output: [] }, plan, [], true);
}

function refused(planned: PlannedInteraction): InteractionResult {
  const mismatches = mismatchesOf(undefined, planned.refusal);
  return {
    ...nameOf(planned),
    pendingBy: planned.pact.pending ? 'broker' : 'contract',
    status: 'pending',
    reason: reasonOf(mismatches),
    mismatches,
  };
}

/** What the verifier's report does not say: a line for each interaction that fails without a verification. */
export function linesAboutRefused({ wanted }: Pick<Plan, 'wanted'>): string[] {
  return wanted
    .filter(({ refusal }) => refusal !== undefined)
    .map(
      ({ pact, description, refusal }) =>
        `Pending, and not verified: ${pact.source}, ${description}: ${String(refusal)}`,
    );
}

function interactionResult(
  planned: PlannedInteraction,
  raw: RawInteraction | undefined,
  run: InteractionRun | undefined,
  allowPending: boolean,
): InteractionResult {
  const pendingBy = pendingByWhom(planned, allowPending);
  const trouble = run?.failures[0] ? describeFailure(run.failures[0]) : run?.spoiled;
  const marks = {
    ...nameOf(planned),
    ...(pendingBy ? { pendingBy } : {}),
    ...(raw?.duration === undefined ? {} : { durationMs: milliseconds(raw.duration) }),
  };
  if (raw?.result === 'OK' && trouble === undefined) return { ...marks, status: 'passed', mismatches: [] };
  const mismatches = mismatchesOf(raw, trouble ?? run?.unanswered);
  return {
    ...marks,
    status: pendingBy ? 'pending' : 'failed',
    reason: reasonOf(mismatches),
    mismatches,
    ...(run?.exchange ? { exchange: shownExchange(run.exchange) } : {}),
  };
}

/** The source of an interaction's pending mark. */
function pendingByWhom(
  { pact, pending }: PlannedInteraction,
  allowPending: boolean,
): InteractionResult['pendingBy'] {
  if (pact.pending) return 'broker';
  return pending && allowPending ? 'contract' : undefined;
}

function nameOf({ pact, description, states, kind }: PlannedInteraction): InteractionName {
  return { consumer: pact.consumer, description, providerStates: states.map(({ name }) => name), kind };
}

/** Parses a duration in Rust's format: `8ms`, `1.5s`, `12µs`. */
function milliseconds(duration: string): number {
  const [, number, unit = ''] = /^([\d.]+)(\D+)$/.exec(duration) ?? [];
  return Number(number ?? 0) * (inMilliseconds[unit] ?? 0);
}

const inMilliseconds: Readonly<Record<string, number>> = { s: 1000, ms: 1, µs: 0.001, ns: 0.000_001 };
