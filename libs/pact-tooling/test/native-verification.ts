import pactCore from '@pact-foundation/pact-core';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { verifyProvider, type VerifyOptions } from '../src/verify/index.ts';
import { withoutDefaults } from '../src/verify/native/environment.ts';
import { comparable, startRecordingProvider } from './recording-provider.ts';

/** The requests that a provider gets directly from the native verifier: the expected value. */
export async function requestsOfNative(pact: object | string): Promise<string[]> {
  await using provider = await startRecordingProvider();
  await using directory = await temporaryDirectory();
  const file = await directory.write('pact.json', pact);
  await withoutDefaults(() =>
    pactCore.default.verifyPacts({ providerBaseUrl: provider.url, pactUrls: [file], logLevel: 'error' }),
  );
  return provider.requests.map((request) => comparable(request, provider));
}

/** The requests that a provider gets from `verifyProvider`. */
export async function requestsOfOurs(
  pact: object | string,
  options: Partial<VerifyOptions> = {},
): Promise<string[]> {
  await using provider = await startRecordingProvider();
  await using directory = await temporaryDirectory();
  const file = await directory.write('pact.json', pact);
  await verifyProvider({
    provider: 'Provider',
    providerBaseUrl: provider.url,
    files: [file],
    ...options,
  });
  // The first one checks that the provider is running.
  return provider.requests.slice(1).map((request) => comparable(request, provider));
}
