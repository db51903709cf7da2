import { startBroker } from '@pact-workshop/embedded-broker';
import { mirror, type MirrorOptions, type MirrorReport } from '../src/mirror/index.ts';
import { BrokerSeed } from './broker-seed.ts';

export type MirrorSides = Awaited<ReturnType<typeof startSides>>;

/** Two empty brokers, and the mirror from one to the other. */
export async function startSides() {
  const [from, to] = await Promise.all([startBroker(), startBroker()]);
  return {
    from,
    to,
    source: new BrokerSeed(from.url),
    target: new BrokerSeed(to.url),
    run: (more: Partial<MirrorOptions> = {}): Promise<MirrorReport> =>
      mirror({ from: from.url, to: to.url, ...more }),
    async [Symbol.asyncDispose]() {
      await Promise.all([from.close(), to.close()]);
    },
  };
}

export const countOf = ({ counts }: MirrorReport, what: string) =>
  counts.find((count) => count.what === what);
