import { Course } from './course.ts';
import {
  MessageProviderError,
  RequestFilterError,
  StateHandlerError,
  VerifierCrashedError,
  type MessageFailure,
  type StateFailure,
} from './errors.ts';
import { startLocalServer } from './local-server.ts';
import { byMessagesUrl, byProviders, messageListener } from './messages/index.ts';
import { pactListener } from './native/pact-listener.ts';
import { runNative } from './native/run-native.ts';
import type { VerifyOptions } from './options.ts';
import { outcomeOf, outcomeOfRefused } from './outcome/outcome.ts';
import type { Outcome } from './outcome/result.ts';
import type { Plan } from './plan/index.ts';
import { checkProvider } from './provider/check-provider.ts';
import { providerListener } from './provider/provider-listener.ts';
import { byHandlers, byUrl, StateChanges, stateListener } from './states/index.ts';
import { transportsFor } from './transports.ts';

/** Timeout of a request, or of a state handler, in milliseconds. */
const defaultTimeoutMs = 30_000;
/** An address without a server: the contracts have no request for the provider. */
const noProvider = 'http://127.0.0.1:9';

/** The outcome of a verification, and what made it invalid. */
export interface VerificationRun {
  readonly outcome: Outcome;
  /** The error for failures that are not the provider's. */
  readonly failure: ((outcome: Outcome & { published: boolean }) => Error) | undefined;
}

/**
 * Runs Pact's native verifier, with our own server between it and the provider.
 * @throws ProviderUnreachableError before anything is verified
 * @throws VerifierCrashedError if there is no outcome
 */
export async function run(plan: Plan, options: VerifyOptions): Promise<VerificationRun> {
  if (plan.interactions.length === 0) return { outcome: outcomeOfRefused(plan), failure: undefined };
  const { timeoutMs = defaultTimeoutMs, headers = {}, requestFilter, ca } = options;
  const { stateTimeoutMs = timeoutMs } = options;
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
  const filterFailures: unknown[] = [];
  const messageFailures: MessageFailure[] = [];
  const onFilterFailure = (error: unknown) => void filterFailures.push(error);
  await using server = await startLocalServer({
    provider: await providerListener({
      course,
      provider,
      headers,
      requestFilter,
      timeoutMs,
      onFilterFailure,
    }),
    services: {
      pacts: pactListener(plan.documents),
      states: stateListener(changes),
      messages: messageListener(course, makeMessage, (failure) => void messageFailures.push(failure)),
    },
    onUnreadable: ({ message }) => {
      if (course.current) course.current.unanswered = `its request can't be sent on: ${message}`;
    },
  });
  const messages = { port: server.port, path: server.pathOf('messages') };

  const raw = await runNative(plan, {
    ...options,
    providerUrl: server.url,
    pactsUrl: server.url + server.pathOf('pacts'),
    statesUrl: server.url + server.pathOf('states'),
    transports: transportsFor(plan, options.transports ?? [], messages),
    // A little more than all others, so that our own timeouts come first.
    timeoutMs: longestOf(timeoutMs, stateTimeoutMs),
  });
  if (course.lost !== undefined) throw new VerifierCrashedError(course.lost);
  if (course.runs.length !== plan.interactions.length) {
    throw new VerifierCrashedError('it never asked for some provider states');
  }
  const outcome = outcomeOf(raw, plan, course.runs, mayBePending(options));
  return { outcome, failure: failureOf(changes.failures, filterFailures, messageFailures) };
}

/** Whether interactions that their own contracts mark as pending may fail. */
export function mayBePending({ enablePending = false, includeWipPactsSince }: VerifyOptions): boolean {
  return enablePending || includeWipPactsSince !== undefined;
}

/** One state change may run hooks and several states. */
function longestOf(timeoutMs: number, stateTimeoutMs: number): number {
  return Math.max(2 * timeoutMs, 4 * stateTimeoutMs) + 1000;
}

function failureOf(
  ofStates: readonly StateFailure[],
  ofFilter: readonly unknown[],
  ofMessages: readonly MessageFailure[],
): VerificationRun['failure'] {
  if (ofStates.length > 0) return (result) => new StateHandlerError(ofStates, result);
  if (ofFilter.length > 0) return (result) => new RequestFilterError(ofFilter, result);
  if (ofMessages.length > 0) return (result) => new MessageProviderError(ofMessages, result);
  return undefined;
}
