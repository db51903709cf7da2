import { stripVTControlCharacters } from 'node:util';
import { VerifierCrashedError } from '../errors.ts';
import type { VerifyOptions } from '../options.ts';
import type { Plan } from '../plan/index.ts';
import { writeDocuments } from './document-files.ts';
import { pastProxies, withoutDefaults } from './environment.ts';
import { parseRawResult, type RawResult } from './raw-result.ts';

/** The addresses for the native verifier, all on this machine. */
export interface NativeOptions extends Pick<
  VerifyOptions,
  'provider' | 'followRedirects' | 'transports' | 'logLevel'
> {
  readonly providerUrl: string;
  readonly pactsUrl: string;
  readonly statesUrl: string;
  /** Timeout of a request, or of a state change, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Runs Pact's native verifier by `verifyPacts`, without the proxy of Pact JS's `Verifier`.
 * @throws VerifierCrashedError if it gives up, or did not verify exactly the planned interactions
 */
export async function runNative(
  plan: Plan,
  {
    provider,
    providerUrl,
    pactsUrl,
    statesUrl,
    timeoutMs,
    followRedirects = false,
    logLevel = 'error',
    transports = [],
  }: NativeOptions,
): Promise<RawResult> {
  // The verifier is slower with a broker than with files, so a broker is used only if there are pending marks or
  // notices.
  const hasBroker = plan.documents.some(({ pact: { pending, notices } }) => pending || notices.length > 0);
  await using files = await writeDocuments(hasBroker ? [] : plan.documents);
  const source = hasBroker
    ? { pactBrokerUrl: pactsUrl, consumerVersionSelectors: [], enablePending: true }
    : { pactUrls: [...files.paths] };
  const { default: pactCore } = await import('@pact-foundation/pact-core');
  pactCore.default.logLevel(logLevel);
  const run = () =>
    withoutDefaults(() =>
      pactCore.default.verifyPacts({
        provider,
        providerBaseUrl: providerUrl,
        ...source,
        providerStatesSetupUrl: statesUrl,
        transports: transports.map((transport) => ({ ...transport })),
        followRedirects,
        timeout: timeoutMs,
        logLevel,
      }),
    );
  const text = await pastProxies(async () => {
    try {
      return await run();
    } catch (error) {
      // A failed verification throws an error with the result as its message.
      return error instanceof Error ? error.message : String(error);
    }
  });
  const raw = parseRawResult(text);
  if (!raw) throw new VerifierCrashedError(text.slice(0, 200));
  refuseOther(raw, plan);
  return raw;
}

/** A part of the contract must not pass as the whole, nor one interaction as another. */
function refuseOther({ interactionResults, errors }: RawResult, { interactions }: Plan): void {
  const isPlanned =
    interactionResults.length === interactions.length &&
    interactionResults.every(({ description }, i) => description === interactions[i]?.description);
  if (isPlanned) return;
  const reasons = errors.map(({ mismatch }) => mismatch?.message).filter((message) => message !== undefined);
  throw new VerifierCrashedError(
    `it verified ${interactionResults.length} of ${interactions.length} interactions` +
      (reasons.length > 0 ? `: ${stripVTControlCharacters(reasons.join('; '))}` : ''),
  );
}
