import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { mirror, type MirrorOptions, type MirrorReport } from '../src/index.ts';

export type BrokerPair = Awaited<ReturnType<typeof startBrokerPair>>;

interface StartedBroker {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Two empty brokers, and the mirror from one to the other.
 * @param start starts one of them
 */
export async function startBrokerPair(start: () => Promise<StartedBroker>) {
  const [from, to] = await Promise.all([start(), start()]);
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
