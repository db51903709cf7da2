import { Course } from './course.ts';
import {
  MessageProviderError,
  RequestFilterError,
  StateHandlerError,
  VerifierCrashedError,
} from './errors.ts';
import { byMessagesUrl, byProviders, startMessageServer } from './messages/index.ts';
import { runNative } from './native/run-native.ts';
import type { VerifyOptions } from './options.ts';
import { outcomeOf } from './outcome/outcome.ts';
import type { Outcome } from './outcome/result.ts';
import type { Plan } from './plan/index.ts';
import { checkProvider } from './provider/check-provider.ts';
import { startProviderServer } from './provider/provider-server.ts';
import { byHandlers, byUrl, StateChanges, startStateServer } from './states/index.ts';
import { transportsFor } from './transports.ts';

/** Milliseconds that a single request, or a state handler, may take. */
const defaultTimeoutMs = 30_000;
/** Where nobody listens: the contracts have no request for the provider. */
const noProvider = 'http://127.0.0.1:9';

/** What was found, and what made it worth nothing. */
export interface Run {
  readonly outcome: Outcome;
  /** Why the failures of the outcome are not the provider's. */
  readonly failure: ((outcome: Outcome & { published: boolean }) => Error) | undefined;
}

/**
 * Runs Pact's native verifier, with everything between it and the provider in our hands.
 * @throws ProviderUnreachableError before anything is verified
 * @throws VerifierCrashedError where there is no outcome
 */
export async function run(plan: Plan, options: VerifyOptions): Promise<Run> {
  const { timeoutMs = defaultTimeoutMs, headers = {}, requestFilter, ca } = options;
  const { stateTimeoutMs = timeoutMs, enablePending = false, includeWipPactsSince } = options;
  const provider = { baseUrl: options.providerBaseUrl ?? noProvider, ca };
  if (plan.interactions.some(({ kind }) => kind === 'http')) await checkProvider(provider);

  const course = new Course(plan.interactions);
  const changes = new StateChanges(course, {
    changeState:
      options.providerStatesUrl === undefined
        ? byHandlers(options.stateHandlers ?? {})
        : byUrl(options.providerStatesUrl, stateTimeoutMs),
    beforeEach: options.beforeEach,
    afterEach: options.afterEach,
    timeoutMs: stateTimeoutMs,
  });
  const makeMessage =
    options.messagesUrl === undefined
      ? byProviders(options.messageProviders ?? {}, stateTimeoutMs)
      : byMessagesUrl(options.messagesUrl, stateTimeoutMs);
  await using states = await startStateServer(changes);
  await using messages = await startMessageServer(course, makeMessage);
  await using requests = await startProviderServer({ course, provider, headers, requestFilter, timeoutMs });

  const raw = await runNative(plan, {
    ...options,
    providerUrl: requests.url,
    statesUrl: `${states.url}/`,
    transports: transportsFor(plan, options.transports ?? [], messages.port),
    // A little more than everybody else has, so that lateness is seen here first.
    timeoutMs: longestOf(timeoutMs, stateTimeoutMs),
  });
  if (course.lost !== undefined) throw new VerifierCrashedError(course.lost);
  if (course.runs.length !== plan.interactions.length) {
    throw new VerifierCrashedError('it never asked for some provider states');
  }
  const outcome = outcomeOf(raw, plan, course.runs, enablePending || includeWipPactsSince !== undefined);
  return { outcome, failure: failureOf(changes, requests, messages) };
}

/** Hooks and several states of an interaction are asked for in one state change. */
function longestOf(timeoutMs: number, stateTimeoutMs: number): number {
  return Math.max(2 * timeoutMs, 4 * stateTimeoutMs) + 1000;
}

function failureOf(
  { failures }: Pick<StateChanges, 'failures'>,
  { filterFailures }: { readonly filterFailures: readonly unknown[] },
  messages: { readonly failures: ConstructorParameters<typeof MessageProviderError>[0] },
): Run['failure'] {
  if (failures.length > 0) return (result) => new StateHandlerError(failures, result);
  if (filterFailures.length > 0) return (result) => new RequestFilterError(filterFailures, result);
  if (messages.failures.length > 0) return (result) => new MessageProviderError(messages.failures, result);
  return undefined;
}
