import { http, PactToolingError, withoutCredentials } from '@pact-workshop/broker-client';
import { PactFileError, refuseDuplicates, type PactInteraction } from '../pact/index.ts';
import { MissingMessageProviderError, MissingStateHandlerError, VerificationOptionsError } from './errors.ts';
import type { VerifyOptions } from './options.ts';
import { dividesContracts, type Plan, type PlannedInteraction, type VerifiablePact } from './plan/index.ts';
import { refuseMissingPlugins } from './plugins.ts';
import { ownTransports } from './transports.ts';

/**
 * Checks that the options do not contradict each other, and that URLs are some.
 * @throws VerificationOptionsError
 */
export function refuseContradictions(options: VerifyOptions): void {
  const { files, publishResults, filter, stateHandlers, providerStatesUrl, messageProviders, messagesUrl } =
    options;
  if (files && publishResults) {
    throw new VerificationOptionsError(
      "Results of pact files can't be published: publish the pact and verify it from the broker.",
    );
  }
  if (publishResults && dividesContracts(filter)) {
    throw new VerificationOptionsError(
      'The result of a part of a contract would stand for the whole in the broker: omit "filter" to publish, or ' +
        'let it choose only consumers.',
    );
  }
  if (stateHandlers && providerStatesUrl !== undefined) {
    throw new VerificationOptionsError('Give either "stateHandlers" or "providerStatesUrl", not both.');
  }
  if (messageProviders && messagesUrl !== undefined) {
    throw new VerificationOptionsError('Give either "messageProviders" or "messagesUrl", not both.');
  }
  for (const name of ['providerBaseUrl', 'providerStatesUrl', 'messagesUrl'] as const) {
    const url = options[name];
    if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
      throw new VerificationOptionsError(
        `"${name}" is "${withoutCredentials(url)}", which is not a valid http(s) URL.`,
      );
    }
  }
}

/**
 * Checks that the options have everything that the contract requires.
 * @throws MissingStateHandlerError, MissingMessageProviderError with all missing ones
 * @throws VerificationOptionsError, PactFileError
 */
export function refuseUnhandled({ interactions }: Pick<Plan, 'interactions'>, options: VerifyOptions): void {
  const {
    stateHandlers = {},
    providerStatesUrl,
    messageProviders = {},
    messagesUrl,
    providerBaseUrl,
  } = options;
  const states = distinct(interactions.flatMap((one) => one.states.map(({ name }) => name)));
  const unhandled = states.filter((state) => !Object.hasOwn(stateHandlers, state));
  if (providerStatesUrl === undefined && unhandled.length > 0) {
    throw new MissingStateHandlerError(unhandled, Object.keys(stateHandlers));
  }
  const messages = interactions
    .filter((one) => isMadeHere(one, options))
    .map(({ description }) => description);
  const unmade = distinct(messages).filter((message) => !Object.hasOwn(messageProviders, message));
  if (messagesUrl === undefined && unmade.length > 0) {
    throw new MissingMessageProviderError(unmade, Object.keys(messageProviders));
  }
  interactions.forEach((one) => refuseUnreachable(one, options));
  if (providerBaseUrl === undefined && interactions.some(({ kind }) => kind === 'http')) {
    throw new VerificationOptionsError(
      '"providerBaseUrl" is missing: the contracts have requests for the provider.',
    );
  }
}

/**
 * Why an interaction can't be verified that may fail: it must not stop the verification of the others.
 * @param allowPending whether an interaction that its own contract marks as pending may fail
 * @returns undefined if it can be verified, or may not fail
 */
export function pendingRefusal(
  one: PlannedInteraction,
  options: VerifyOptions,
  allowPending: boolean,
): string | undefined {
  const { pact } = one;
  if (!pact.pending && !(one.pending && allowPending)) return undefined;
  try {
    if (pact.pending) {
      if (pact.unreadable !== undefined) return pact.unreadable;
      if (pact.interactions.length === 0) return withoutInteractions(pact);
      refuseDuplicates(pact);
      refuseMissingPlugins([pact]);
    }
    refuseUnhandled({ interactions: [one] }, options);
    return undefined;
  } catch (error) {
    if (error instanceof PactToolingError) return error.message;
    throw error;
  }
}

/**
 * Checks that the pacts that may not fail can be verified.
 * @throws PactFileError, DuplicateInteractionError, MissingPluginError
 */
export function refuseUnverifiable(pacts: readonly VerifiablePact[], { empty }: Pick<Plan, 'empty'>): void {
  if (empty[0]) throw new PactFileError(withoutInteractions(empty[0]));
  const needed = pacts.filter(({ pending }) => !pending);
  needed.forEach(refuseDuplicates);
  refuseMissingPlugins(needed);
}

/** The sentence about a pact without interactions. */
export function withoutInteractions({ source }: VerifiablePact): string {
  return `${source} has no interactions, so there is nothing to verify: publish it with those of the consumer’s tests.`;
}

/** Whether a message comes from a function, not from a plugin's transport. */
function isMadeHere(
  { kind, transport, pact }: PlannedInteraction,
  { transports = [] }: VerifyOptions,
): boolean {
  const isElsewhere = transports.some(({ protocol }) => protocol === transport);
  const isPlugin = pact.plugins.length > 0 && transport !== undefined && !ownTransports.includes(transport);
  return kind !== 'http' && !isElsewhere && !isPlugin;
}

function refuseUnreachable(one: PlannedInteraction, options: VerifyOptions): void {
  const { description, transport, kind, pact } = one;
  const { transports = [] } = options;
  const isKnown = transports.some(({ protocol }) => protocol === transport);
  if (kind !== 'http' && !isKnown && !isMadeHere(one, options)) {
    throw new VerificationOptionsError(
      `${pact.source} uses "${String(transport)}" with the provider ("${description}"): give its port in "transports".`,
    );
  }
  refuseOddMethod(one, pact.source);
}

/** Node accepts only the methods of its list. */
function refuseOddMethod({ method = 'GET', description }: PactInteraction, source: string): void {
  const known = http.METHODS.filter((name) => name !== 'CONNECT');
  if (known.includes(method.toUpperCase())) return;
  throw new PactFileError(`${source}: the method ${method} of "${description}" can't be sent to a provider.`);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
