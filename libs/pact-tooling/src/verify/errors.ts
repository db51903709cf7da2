import { inspect } from 'node:util';
import { PactToolingError } from '@pact-workshop/broker-client';
import type { PactPlugin } from '../pact/index.ts';
import type { VerificationResult } from './outcome/result.ts';

/** Provider states of the contract have no handler. Nothing was verified: add them to `stateHandlers`. */
export class MissingStateHandlerError extends PactToolingError {
  /** Names of the states. */
  readonly states: readonly string[];
  constructor(states: readonly string[], known: readonly string[]) {
    super(
      `There is no state handler for ${quoted(states)}. Add ${states.length === 1 ? 'one' : 'them'} to "stateHandlers" ` +
        `(a state that needs no data can have an empty one). There are handlers for: ${known.length > 0 ? quoted(known) : 'no state'}.`,
    );
    this.states = states;
  }
}

/** Messages of the contract have no function. Nothing was verified: add them to `messageProviders`. */
export class MissingMessageProviderError extends PactToolingError {
  /** Descriptions of the messages. */
  readonly messages: readonly string[];
  constructor(messages: readonly string[], known: readonly string[]) {
    super(
      `There is no message provider for ${quoted(messages)}. Add ${messages.length === 1 ? 'one' : 'them'} to "messageProviders". ` +
        `There are providers for: ${known.length > 0 ? quoted(known) : 'no message'}.`,
    );
    this.messages = messages;
  }
}

/** A plugin that a contract needs is not installed. Nothing was verified: install it, or name its folder. */
export class MissingPluginError extends PactToolingError {
  constructor(source: string, { name, version }: PactPlugin, directory: string) {
    super(
      `${source} needs the plugin "${name}", version ${version || 'unknown'}, which is not installed in ${directory}. ` +
        'Install it there, or name the folder that has it in PACT_PLUGIN_DIR.',
    );
  }
}

/** The provider does not answer. Nothing was verified: start it, or correct `providerBaseUrl`. */
export class ProviderUnreachableError extends PactToolingError {
  constructor(url: string, reason: string, options?: ErrorOptions) {
    super(
      `The provider doesn't answer at ${url} (${reason}). Is it started, and is "providerBaseUrl" right?`,
      options,
    );
  }
}

/** There is nothing to verify. Usually the reason is a wrong name or selector: correct it, or set `allowNoPacts`. */
export class NoPactsError extends PactToolingError {
  /** @param hint another possible reason */
  constructor(provider: string, where: string, hint = '') {
    super(
      `There is no pact for ${provider} ${where}. Publish the consumer's pact first, and check the provider's name ` +
        `and the selectors. Set "allowNoPacts" if this is intended.${hint}`,
    );
  }
}

/** The options contradict each other, or one is missing. Nothing was verified: the message names the option. */
export class VerificationOptionsError extends PactToolingError {}

/** Pact's native verifier gave up, or did not verify the given interactions. There is no result: read its log. */
export class VerifierCrashedError extends PactToolingError {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `Pact's verifier gave up without a result (${reason}). Its log above may say why (logLevel: "info" tells more); ` +
        'usually a pact does not follow the specification that it names, or a plugin does not start.',
      options,
    );
  }
}

/** The provider does not meet the contract. `result` says where: correct the provider, or the contract. */
export class VerificationFailedError extends PactToolingError {
  /** An entry for each interaction. */
  readonly result: VerificationResult;
  constructor(result: VerificationResult, summary: string, options?: ErrorOptions) {
    super(summary, options);
    this.result = result;
  }
}

/** A state handler or a hook threw or did not finish in time, so its interactions failed. Correct the handler. */
export class StateHandlerError extends VerificationFailedError {
  /** Names of the states whose handlers failed. */
  readonly states: readonly string[];
  constructor(failures: readonly StateFailure[], result: VerificationResult) {
    const lines = failures.map((failure) => `  ${describeFailure(failure)}`);
    super(result, `The verification failed because a state handler failed:\n${lines.join('\n')}`, {
      cause: failures[0]?.error,
    });
    this.states = failures.map(({ state }) => state).filter((state) => state !== '');
  }
}

/** The error of a state handler or a hook. */
export interface StateFailure {
  /** Empty for a hook, and for an interaction without states. */
  readonly state: string;
  readonly action: 'setup' | 'teardown' | 'beforeEach' | 'afterEach';
  /** Description of the interaction. */
  readonly interaction: string;
  readonly error: unknown;
}

/** The failure in one line. */
export function describeFailure({ state, action, interaction, error }: StateFailure): string {
  const where = state === '' ? `${action} of "${interaction}"` : `"${state}" (${action})`;
  return `${where}: ${messageOf(error)}`;
}

/** A message of the contract could not be created, so it was not compared. Correct its function. */
export class MessageProviderError extends VerificationFailedError {
  constructor(failures: readonly MessageFailure[], result: VerificationResult) {
    const lines = failures.map(({ description, error }) => `  "${description}": ${messageOf(error)}`);
    super(result, `The verification failed because a message could not be created:\n${lines.join('\n')}`, {
      cause: failures[0]?.error,
    });
  }
}

/** The error of a message's function. */
export interface MessageFailure {
  readonly description: string;
  readonly error: unknown;
}

/** The request filter threw, or answered instead of the provider. The contract was not tested: correct the filter. */
export class RequestFilterError extends VerificationFailedError {
  constructor(failures: readonly unknown[], result: VerificationResult) {
    const lines = [...new Set(failures.map(messageOf))].map((message) => `  ${message}`);
    super(result, `The verification failed because the request filter failed:\n${lines.join('\n')}`, {
      cause: failures[0],
    });
  }
}

/** The broker has not acknowledged a published result. Check the permissions of the credentials. */
export class ResultNotPublishedError extends PactToolingError {
  /** The result of the verification itself. */
  readonly result: VerificationResult;
  /**
   * @param missing the results that were not accepted, with the reasons
   * @param failures why the verification failed, if it failed
   */
  constructor(missing: readonly string[], result: VerificationResult, failures: string) {
    super(
      `The verification ${result.success ? 'passed' : 'failed'}, but the Pact Broker has no result of it for: ${missing.join('; ')}. ` +
        'can-i-deploy will not consider it. Check that the credentials have permission to write.' +
        (failures === '' ? '' : `\n${failures}`),
    );
    this.result = result;
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** The message of a thrown value, which may be of any type. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === 'string' ? error : inspect(error);
}
