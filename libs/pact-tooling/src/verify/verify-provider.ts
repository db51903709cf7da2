import { Verifier } from '@pact-foundation/pact';
import axios from 'axios';
import { BrokerClient, type BrokerConnection } from '../broker/index.ts';
import { buildInfo } from '../build/index.ts';
import { readPactFiles, refuseDuplicates, type PactDocument } from '../pact-file.ts';
import {
  MissingStateHandlerError,
  NoPactsError,
  ProviderUnreachableError,
  ResultNotPublishedError,
  StateHandlerError,
  VerificationFailedError,
  VerificationOptionsError,
} from './errors.ts';
import { withoutNativeEnvironment } from './native-environment.ts';
import type { VerifyOptions } from './options.ts';
import { pactsToVerify, type BrokerPact } from './pacts.ts';
import { resultUrls } from './published.ts';
import { failureSummary, parseResult, type VerificationResult } from './result.ts';
import { defaultSelectors } from './selectors.ts';
import { startStateServer, type StateHandlers, type StateServer } from './state-server.ts';

type Outcome = Omit<VerificationResult, 'published'>;
type NativeOptions = Omit<ConstructorParameters<typeof Verifier>[0], 'provider' | 'providerBaseUrl'>;

/** Milliseconds that the provider has for its first sign of life. */
const providerPatienceMs = 5000;

/**
 * Verifies a running provider against its contracts, from files or from a broker. It resolves only when every
 * interaction (save pending ones) holds and, if asked for, the broker has the results.
 * @throws MissingStateHandlerError, StateHandlerError naming the provider state
 * @throws DuplicateInteractionError when a contract has two interactions that can't be told apart
 * @throws ProviderUnreachableError, and the broker's errors, before anything is verified
 * @throws NoPactsError when there is nothing to verify and that isn't allowed
 * @throws VerificationFailedError with the result, an entry per interaction
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
  const outcome = await run(options, { pactUrls: pacts.map(({ source }) => source) });
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
  if (!check(pacts, options, `in the Pact Broker at ${client.baseUrl} that the selectors choose`))
    return nothing;

  const before = publish ? await resultUrls(client, pacts, build.version) : [];
  const outcome = await run(options, {
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
  });
  if (publish) {
    const missing = await unpublished(client, pacts, build.version, before);
    if (missing.length > 0) throw new ResultNotPublishedError(missing, { ...outcome, published: false });
  }
  return conclude({ ...outcome, published: publish });
}

/** Only what is set: the verifier refuses options that are there but undefined. */
function credentials({ token, username, password = '' }: BrokerConnection): NativeOptions {
  if (token !== undefined) return { pactBrokerToken: token };
  return username === undefined ? {} : { pactBrokerUsername: username, pactBrokerPassword: password };
}

const nothing: VerificationResult = { success: true, interactions: [], published: false, text: '' };

/** Whether there is something to verify that can be verified. */
function check(
  pacts: readonly PactDocument[],
  { provider, allowNoPacts, stateHandlers = {} }: VerifyOptions,
  where: string,
): boolean {
  if (pacts.length === 0) {
    if (allowNoPacts) return false;
    throw new NoPactsError(provider, where);
  }
  pacts.forEach(refuseDuplicates);
  const states = new Set(pacts.flatMap(({ interactions }) => interactions.flatMap((one) => one.states)));
  const missing = [...states].filter((state) => !Object.hasOwn(stateHandlers, state));
  if (missing.length > 0) throw new MissingStateHandlerError(missing, Object.keys(stateHandlers));
  return true;
}

/** Runs Pact's verifier, with state changes in our hands. */
async function run(options: VerifyOptions, source: NativeOptions): Promise<Outcome> {
  const {
    provider,
    providerBaseUrl,
    requestFilter,
    stateHandlers = {},
    timeoutMs,
    logLevel = 'error',
  } = options;
  await checkProvider(providerBaseUrl);
  await using states = await startStateServer(stateHandlers);
  const verifier = new Verifier({
    ...source,
    provider,
    providerBaseUrl,
    logLevel,
    providerStatesSetupUrl: states.url,
    ...(requestFilter ? { requestFilter } : {}),
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  const outcome = await withoutNativeEnvironment(() => outcomeOf(verifier));
  if (states.failures.length > 0) {
    const result = { ...outcome, success: false, published: source.publishVerificationResult ?? false };
    throw new StateHandlerError(states.failures, result);
  }
  refuseUnhandled(outcome, states, stateHandlers);
  return outcome;
}

async function outcomeOf(verifier: Verifier): Promise<Outcome> {
  try {
    return known(await verifier.verifyProvider());
  } catch (error) {
    const outcome = parseResult((error as Error).message);
    if (!outcome) throw error;
    return { ...outcome, success: false };
  }
}

function known(text: string): Outcome {
  const outcome = parseResult(text);
  if (!outcome)
    throw new VerificationOptionsError(`Pact's verifier returned something unknown: ${text.slice(0, 200)}`);
  return outcome;
}

/** A state that nobody was asked to set up means that the result is worth nothing. */
function refuseUnhandled({ interactions }: Outcome, { handled }: StateServer, handlers: StateHandlers): void {
  const unhandled = interactions
    .flatMap(({ providerStates }) => providerStates)
    .filter((state) => !handled.has(state));
  if (unhandled.length > 0)
    throw new MissingStateHandlerError([...new Set(unhandled)], Object.keys(handlers));
}

async function checkProvider(url: string): Promise<void> {
  try {
    await axios.get(url, {
      timeout: providerPatienceMs,
      validateStatus: () => true,
      proxy: false,
      maxRedirects: 0,
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new ProviderUnreachableError(url, code ?? message, { cause: error });
  }
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
