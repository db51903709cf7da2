import { BrokerClient, type BrokerConnection } from '../broker/index.ts';
import { buildInfo } from '../build/index.ts';
import { readPactFiles, refuseDuplicates, type PactDocument } from '../pact-file.ts';
import {
  MissingStateHandlerError,
  NoPactsError,
  ResultNotPublishedError,
  VerificationFailedError,
  VerificationOptionsError,
} from './errors.ts';
import type { VerifyOptions } from './options.ts';
import { pactsToVerify, type BrokerPact } from './pacts.ts';
import { resultUrls } from './published.ts';
import { failureSummary, type VerificationResult } from './result.ts';
import { runVerifier, type NativeOptions } from './run-verifier.ts';
import { defaultSelectors } from './selectors.ts';

/**
 * Verifies a running provider against its contracts, from files or from a broker. It resolves only when every
 * interaction (save pending ones) holds and, if asked for, the broker has the results.
 * @throws MissingStateHandlerError, StateHandlerError naming the provider state
 * @throws VerificationOptionsError when the options contradict each other, or a contract has messages
 * @throws DuplicateInteractionError when a contract has two interactions that can't be told apart
 * @throws ProviderUnreachableError, and the broker's errors, before anything is verified
 * @throws NoPactsError when there is nothing to verify and that isn't allowed
 * @throws VerificationFailedError with the result, an entry per interaction
 * @throws RequestFilterError when the request filter fails, or answers itself
 * @throws VerifierCrashedError when Pact's verifier itself gives up
 * @throws ResultNotPublishedError when the broker has not got a result
 */
export async function verifyProvider(options: VerifyOptions): Promise<VerificationResult> {
  const { publishResults = false, files } = options;
  if (files && publishResults) {
    throw new VerificationOptionsError(
      "Results of pact files can't be published: publish the pact and verify it from the broker.",
    );
  }
  return files ? verifyFiles(options, files) : verifyFromBroker(options, publishResults);
}

async function verifyFiles(options: VerifyOptions, paths: readonly string[]): Promise<VerificationResult> {
  const pacts = readPactFiles(paths).filter(({ provider }) => provider === options.provider);
  if (!check(pacts, options, `in ${paths.join(', ')}`)) return nothing;
  const outcome = await runVerifier(options, { pactUrls: pacts.map(({ source }) => source) });
  return conclude({ ...outcome, published: false });
}

async function verifyFromBroker(options: VerifyOptions, publish: boolean): Promise<VerificationResult> {
  const { provider, providerTags = [], enablePending = false, includeWipPactsSince } = options;
  const client = new BrokerClient(options.broker);
  const build = buildInfo({
    version: options.providerVersion,
    branch: options.providerBranch,
    buildUrl: options.buildUrl,
  });
  const selectors = options.selectors ?? defaultSelectors(build.branch);
  const pacts = await pactsToVerify(client, {
    provider,
    selectors,
    providerBranch: build.branch,
    providerTags,
    enablePending,
    includeWipPactsSince,
  });
  const where = `in the Pact Broker at ${client.baseUrl} that the selectors choose`;
  if (!check(pacts, options, where, build.branch === undefined ? withoutBranch : '')) return nothing;

  const before = publish ? await resultUrls(client, pacts, build.version) : [];
  const outcome = await runVerifier(
    options,
    {
      pactBrokerUrl: client.baseUrl,
      ...credentials(client.connection),
      consumerVersionSelectors: [...selectors],
      enablePending,
      ...(includeWipPactsSince === undefined ? {} : { includeWipPactsSince }),
      ...(build.branch === undefined ? {} : { providerVersionBranch: build.branch }),
      providerVersionTags: [...providerTags],
      ...(publish
        ? {
            publishVerificationResult: true,
            providerVersion: build.version,
            ...(build.buildUrl === undefined ? {} : { buildUrl: build.buildUrl }),
          }
        : {}),
    },
    client.connection.ca,
  );
  if (publish) {
    const missing = await unpublished(client, pacts, build.version, before);
    if (missing.length > 0) {
      const result = { ...outcome, published: false };
      throw new ResultNotPublishedError(missing, result, outcome.success ? '' : failureSummary(outcome));
    }
  }
  return conclude({ ...outcome, published: publish });
}

/** Only what is set: the verifier refuses options that are there but undefined. */
function credentials({ token, username, password = '' }: BrokerConnection): NativeOptions {
  if (token !== undefined) return { pactBrokerToken: token };
  return username === undefined ? {} : { pactBrokerUsername: username, pactBrokerPassword: password };
}

const nothing: VerificationResult = { success: true, interactions: [], published: false, text: '' };

/** Where git can't tell the branch, it mostly can't for the consumer either, and a pact without one is rarely chosen. */
const withoutBranch =
  ' No branch is known here: where git does not tell it, set VERSION_BRANCH, for publishing, too.';

/** Whether there is something to verify that can be verified. */
function check(
  pacts: readonly PactDocument[],
  { provider, allowNoPacts, stateHandlers = {} }: VerifyOptions,
  where: string,
  hint = '',
): boolean {
  if (pacts.every(({ interactions }) => interactions.length === 0)) {
    if (allowNoPacts) return false;
    throw new NoPactsError(provider, where, hint);
  }
  pacts.forEach(refuseMessages);
  pacts.forEach(refuseDuplicates);
  const states = new Set(
    pacts.flatMap(({ interactions }) => interactions.flatMap((one) => one.states.map(({ name }) => name))),
  );
  const missing = [...states].filter((state) => !Object.hasOwn(stateHandlers, state));
  if (missing.length > 0) throw new MissingStateHandlerError(missing, Object.keys(stateHandlers));
  return true;
}

/** Only functions that make messages could answer for them; a provider's address can't. */
function refuseMessages({ source, interactions }: PactDocument): void {
  const message = interactions.find(({ isMessage }) => isMessage);
  if (!message) return;
  throw new VerificationOptionsError(
    `${source} has messages ("${message.description}"), and only requests can be verified here. Verify it by Pact's ` +
      'own "Verifier" with "messageProviders".',
  );
}

async function unpublished(
  client: BrokerClient,
  pacts: readonly BrokerPact[],
  version: string,
  before: readonly (string | undefined)[],
): Promise<string[]> {
  const after = await resultUrls(client, pacts, version);
  return pacts.filter((_, i) => after[i] === undefined || after[i] === before[i]).map(({ source }) => source);
}

function conclude(result: VerificationResult): VerificationResult {
  if (!result.success) throw new VerificationFailedError(result, failureSummary(result));
  return result;
}
