import { Verifier } from '@pact-foundation/pact';
import axios from 'axios';
import { BrokerClient, type BrokerConnection } from '../broker/index.ts';
import { buildInfo } from '../build/index.ts';
import { readPactFiles, refuseDuplicates, type PactDocument } from '../pact-file.ts';
import {
  MissingStateHandlerError,
  NoPactsError,
  ProviderUnreachableError,
  RequestFilterError,
  ResultNotPublishedError,
  StateHandlerError,
  VerificationFailedError,
  VerificationOptionsError,
} from './errors.ts';
import { inNativeEnvironment } from './native-environment.ts';
import type { VerifyOptions } from './options.ts';
import { guardFilter } from './request-filter.ts';
import { pactsToVerify, type BrokerPact } from './pacts.ts';
import { resultUrls } from './published.ts';
import { failureSummary, parseResult, type VerificationResult } from './result.ts';
import { defaultSelectors } from './selectors.ts';
import { startStateServer, type StateHandlers, type StateServer } from './state-server.ts';

type Outcome = Omit<VerificationResult, 'published'>;
type NativeOptions = Omit<ConstructorParameters<typeof Verifier>[0], 'provider' | 'providerBaseUrl'>;

/** Milliseconds that the provider has for its first sign of life. */
const providerPatienceMs = 5000;
/** Milliseconds that a single request, or a state handler, may take. */
const defaultTimeoutMs = 30_000;

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
  const outcome = await run(
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

/** Whether there is something to verify that can be verified. */
function check(
  pacts: readonly PactDocument[],
  { provider, allowNoPacts, stateHandlers = {} }: VerifyOptions,
  where: string,
): boolean {
  if (pacts.every(({ interactions }) => interactions.length === 0)) {
    if (allowNoPacts) return false;
    throw new NoPactsError(provider, where);
  }
  pacts.forEach(refuseDuplicates);
  const states = new Set(
    pacts.flatMap(({ interactions }) => interactions.flatMap((one) => one.states.map(({ name }) => name))),
  );
  const missing = [...states].filter((state) => !Object.hasOwn(stateHandlers, state));
  if (missing.length > 0) throw new MissingStateHandlerError(missing, Object.keys(stateHandlers));
  return true;
}

/** Runs Pact's verifier, with state changes and the request filter in our hands. */
async function run(options: VerifyOptions, source: NativeOptions, ca?: string): Promise<Outcome> {
  const { provider, providerBaseUrl, requestFilter, stateHandlers = {}, logLevel = 'error' } = options;
  const { timeoutMs = defaultTimeoutMs, enablePending = false, includeWipPactsSince } = options;
  await checkProvider(providerBaseUrl);
  await using states = await startStateServer(stateHandlers, timeoutMs);
  const guarded = requestFilter && guardFilter(requestFilter);
  const verifier = new Verifier({
    ...source,
    provider,
    providerBaseUrl,
    logLevel,
    // A little more than a state handler has, so that its lateness is seen here first.
    timeout: timeoutMs + 1000,
    providerStatesSetupUrl: states.url,
    ...(guarded ? { requestFilter: guarded.filter } : {}),
  });
  const allowPending = enablePending || includeWipPactsSince !== undefined;
  const outcome = await inNativeEnvironment({ ca, providerBaseUrl }, () => outcomeOf(verifier, allowPending));
  const failed = { ...outcome, success: false, published: source.publishVerificationResult ?? false };
  if (states.failures.length > 0) throw new StateHandlerError(states.failures, failed);
  if (guarded && guarded.failures.length > 0) throw new RequestFilterError(guarded.failures, failed);
  refuseUnhandled(outcome, states, stateHandlers);
  if (outcome.success && outcome.interactions.length === 0) {
    throw new VerificationOptionsError(`The verifier ran, but verified no interaction of ${provider}.`);
  }
  return outcome;
}

async function outcomeOf(verifier: Verifier, allowPending: boolean): Promise<Outcome> {
  let text: string;
  let failure: Error | undefined;
  try {
    text = await verifier.verifyProvider();
  } catch (error) {
    failure = error as Error;
    text = failure.message;
  }
  const outcome = parseResult(text, { allowPending });
  if (!outcome) {
    throw (
      failure ??
      new VerificationOptionsError(`Pact's verifier returned something unknown: ${text.slice(0, 200)}`)
    );
  }
  return failure ? { ...outcome, success: false } : outcome;
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
    const { code = '', message } = error as { code?: string; message: string };
    // Whoever shows a certificate is there, if not trusted.
    if (/CERT|SIGNATURE|SELF_SIGNED|TLS/.test(code)) return;
    throw new ProviderUnreachableError(url, code || message, { cause: error });
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
