import { Verifier } from '@pact-foundation/pact';
import axios from 'axios';
import {
  MissingStateHandlerError,
  ProviderUnreachableError,
  RequestFilterError,
  StateHandlerError,
  VerificationOptionsError,
} from './errors.ts';
import { inNativeEnvironment } from './native-environment.ts';
import type { VerifyOptions } from './options.ts';
import { guardFilter } from './request-filter.ts';
import { parseResult, type VerificationResult } from './result.ts';
import { startStateServer, type StateHandlers, type StateServer } from './state-server.ts';

/** What the verifier found, before it is known whether the broker has it. */
export type Outcome = Omit<VerificationResult, 'published'>;
export type NativeOptions = Omit<ConstructorParameters<typeof Verifier>[0], 'provider' | 'providerBaseUrl'>;

/** Milliseconds that the provider has for its first sign of life. */
const providerPatienceMs = 5000;
/** Milliseconds that a single request, or a state handler, may take. */
const defaultTimeoutMs = 30_000;

/**
 * Runs Pact's verifier, with state changes and the request filter in our hands.
 * @param source where the pacts come from, and whether results are published
 * @param ca PEM text of a certificate to trust
 * @throws ProviderUnreachableError before anything is verified
 * @throws StateHandlerError, RequestFilterError, MissingStateHandlerError where the outcome would be worth nothing
 */
export async function runVerifier(
  options: VerifyOptions,
  source: NativeOptions,
  ca?: string,
): Promise<Outcome> {
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
