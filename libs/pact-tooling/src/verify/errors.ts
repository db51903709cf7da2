import { inspect } from 'node:util';
import { PactToolingError } from '../errors.ts';
import type { VerificationResult } from './result.ts';

/** Provider states of the contract that have no handler. Nothing was verified. */
export class MissingStateHandlerError extends PactToolingError {
  readonly states: readonly string[];
  constructor(states: readonly string[], known: readonly string[]) {
    super(
      `There is no state handler for ${quoted(states)}. Add ${states.length === 1 ? 'one' : 'them'} to "stateHandlers" ` +
        `(a state that needs no data can have an empty one). There are handlers for: ${known.length > 0 ? quoted(known) : 'no state'}.`,
    );
    this.states = states;
  }
}

/** The provider doesn't answer. Nothing was verified. */
export class ProviderUnreachableError extends PactToolingError {
  constructor(url: string, reason: string, options?: ErrorOptions) {
    super(
      `The provider doesn't answer at ${url} (${reason}). Is it started, and is "providerBaseUrl" right?`,
      options,
    );
  }
}

/** There is nothing to verify, which is more often a mistake in names or selectors than meant. */
export class NoPactsError extends PactToolingError {
  /** @param hint what else may be the reason */
  constructor(provider: string, where: string, hint = '') {
    super(
      `There is no pact for ${provider} ${where}. Publish the consumer's pact first, and check the provider's name ` +
        `and the selectors; set "allowNoPacts" if that is fine.${hint}`,
    );
  }
}

/** The options contradict each other, or something is missing. */
export class VerificationOptionsError extends PactToolingError {}

/** Pact's native verifier gave up without a result. */
export class VerifierCrashedError extends PactToolingError {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `Pact's verifier gave up without a result (${reason}). Its log above may say why (logLevel: "info" tells more); ` +
        'mostly the Pact Broker stopped answering, or a plugin that the pact needs is not installed.',
      options,
    );
  }
}

/** The provider does not do what the contract says. */
export class VerificationFailedError extends PactToolingError {
  readonly result: VerificationResult;
  constructor(result: VerificationResult, summary: string, options?: ErrorOptions) {
    super(summary, options);
    this.result = result;
  }
}

/** A state handler threw or did not finish in time, so its interactions failed. */
export class StateHandlerError extends VerificationFailedError {
  readonly states: readonly string[];
  constructor(failures: readonly StateFailure[], result: VerificationResult) {
    const lines = failures.map(({ state, action, error }) => `  "${state}" (${action}): ${messageOf(error)}`);
    super(result, `The verification failed because a state handler failed:\n${lines.join('\n')}`, {
      cause: failures[0]?.error,
    });
    this.states = failures.map(({ state }) => state);
  }
}

/** What a state handler threw, and when. */
export interface StateFailure {
  readonly state: string;
  readonly action: 'setup' | 'teardown';
  readonly error: unknown;
}

/** The request filter threw, or answered instead of the provider, so that the contract was not put to the test. */
export class RequestFilterError extends VerificationFailedError {
  constructor(failures: readonly unknown[], result: VerificationResult) {
    const lines = [...new Set(failures.map(messageOf))].map((message) => `  ${message}`);
    super(
      result,
      `The verification failed because the request filter did not do its part:\n${lines.join('\n')}`,
      {
        cause: failures[0],
      },
    );
  }
}

/** Results should have been published, and the broker has not got one. */
export class ResultNotPublishedError extends PactToolingError {
  readonly result: VerificationResult;
  /** @param failures why the verification failed, if it did */
  constructor(missing: readonly string[], result: VerificationResult, failures: string) {
    super(
      `The verification ${result.success ? 'passed' : 'failed'}, but the Pact Broker has no result of it for: ${missing.join('; ')}. ` +
        'can-i-deploy will not know of it. Check that the credentials may write, and look at the verifier’s log (logLevel: "info").' +
        (failures === '' ? '' : `\n${failures}`),
    );
    this.result = result;
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** What was thrown, in words; it may be anything. */
function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === 'string' ? error : inspect(error);
}
