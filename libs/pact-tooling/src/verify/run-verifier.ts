import { Verifier } from '@pact-foundation/pact';
import axios from 'axios';
import {
  ProviderUnreachableError,
  RequestFilterError,
  StateHandlerError,
  VerificationOptionsError,
  VerifierCrashedError,
  type StateFailure,
} from './errors.ts';
import { forward, type Unanswered } from './forward.ts';
import { inNativeEnvironment } from './native-environment.ts';
import type { VerifyOptions } from './options.ts';
import { guardFilter, passOn } from './request-filter.ts';
import { explainUnanswered, parseResult, type VerificationResult } from './result.ts';
import { startStateServer, type StateServer } from './state-server.ts';

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
 * @throws StateHandlerError, RequestFilterError where the outcome would be worth nothing
 * @throws VerifierCrashedError where there is none
 */
export async function runVerifier(
  options: VerifyOptions,
  source: NativeOptions,
  ca?: string,
): Promise<Outcome> {
  const {
    provider,
    providerBaseUrl,
    requestFilter = passOn,
    stateHandlers = {},
    logLevel = 'error',
  } = options;
  const { timeoutMs = defaultTimeoutMs, enablePending = false, includeWipPactsSince } = options;
  await checkProvider(providerBaseUrl);
  await using states = await startStateServer(stateHandlers, timeoutMs);
  const guarded = guardFilter(requestFilter, timeoutMs);
  const unanswered: Unanswered[] = [];
  const verifier = new Verifier({
    ...source,
    provider,
    providerBaseUrl,
    logLevel,
    // A little more than a state handler, the filter and the provider have, so that lateness is seen here first.
    timeout: timeoutMs + 1000,
    providerStatesSetupUrl: states.url,
    requestFilter: (request, response) =>
      guarded.filter(request, response, async () => {
        const failure = await forward(request, response, { providerBaseUrl, timeoutMs });
        if (failure) unanswered.push(failure);
      }),
  });
  const allowPending = enablePending || includeWipPactsSince !== undefined;
  const found = await inNativeEnvironment(ca, () => outcomeOf(verifier, allowPending));
  const outcome = explainUnanswered(found, unanswered);
  const failed = { ...outcome, success: false, published: source.publishVerificationResult ?? false };
  if (states.failures.length > 0) throw new StateHandlerError(states.failures, failed);
  if (guarded.failures.length > 0) throw new RequestFilterError(guarded.failures, failed);
  const neverAsked = unasked(outcome, states);
  if (neverAsked.length > 0) throw new StateHandlerError(neverAsked, failed);
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
    throw new VerifierCrashedError(failure?.message ?? `its answer is unknown: ${text.slice(0, 200)}`, {
      cause: failure,
    });
  }
  return failure ? { ...outcome, success: false } : outcome;
}

/** A state whose handler was never asked for means that the result is worth nothing. */
function unasked({ interactions }: Outcome, { handled }: StateServer): StateFailure[] {
  const states = new Set(interactions.flatMap(({ providerStates }) => providerStates));
  const error = new Error("Pact's verifier never got through to it; is 127.0.0.1 reached without a proxy?");
  return [...states]
    .filter((state) => !handled.has(state))
    .map((state) => ({ state, action: 'setup', error }));
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
