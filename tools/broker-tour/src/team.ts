import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  publishPacts,
  recordDeployment,
  recordRelease,
  VerificationFailedError,
  verifyProvider,
} from '@pact-workshop/pact-tooling';

/** What a team's pipeline does with a broker, by the tooling that it would use. */
export function team(broker: string, providerBaseUrl: string) {
  return {
    /** Publishes pacts of a consumer's version. */
    publish: async (pacts: readonly object[], version: string, branch: string) => {
      const dir = await mkdtemp(join(tmpdir(), 'broker-tour-'));
      try {
        await Promise.all(pacts.map((pact, i) => writeFile(join(dir, `${i}.json`), JSON.stringify(pact))));
        await publishPacts({ broker, dir, version, branch });
      } finally {
        await rm(dir, { recursive: true });
      }
    },

    /** Verifies a provider's version against the pacts of a branch, and publishes what comes of it, good or bad. */
    verify: async (provider: string, providerVersion: string, branch = 'main') => {
      try {
        await verifyProvider({
          broker,
          provider,
          providerBaseUrl,
          providerVersion,
          providerBranch: 'main',
          selectors: [{ branch }],
          stateHandlers: { 'there is something to sell': () => undefined },
          publishResults: true,
        });
      } catch (error) {
        if (!(error instanceof VerificationFailedError)) throw error;
      }
    },

    deploy: (pacticipant: string, version: string, environment: string) =>
      recordDeployment({ broker, pacticipant, version, environment }),

    release: (pacticipant: string, version: string, environment: string) =>
      recordRelease({ broker, pacticipant, version, environment }),
  };
}
