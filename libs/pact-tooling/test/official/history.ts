import type { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { recordDeployment, recordRelease } from '../../src/index.ts';

/** A version of the consumer or the provider. */
export interface Version {
  readonly side: 'consumer' | 'provider';
  readonly version: string;
}

type Step = (seed: BrokerSeed, environment: string) => Promise<unknown>;

/** A history of its own consumer and provider, to replay on several brokers. */
export class History {
  private readonly names: { readonly consumer: string; readonly provider: string };
  private readonly steps: Step[] = [];
  private readonly known = new Map<string, Version>();

  /** @param name distinguishes its pacticipants from those of other histories */
  constructor(name: string) {
    this.names = { consumer: `${name}Consumer`, provider: `${name}Provider` };
  }

  /** @param body JSON that distinguishes contents */
  publish(version: string, body: string): void {
    const { consumer, provider } = this.names;
    this.note({ side: 'consumer', version });
    this.steps.push((seed) => seed.publish({ consumer, version, providers: [provider], body }));
  }

  /** Creates an empty version. */
  create(one: Version): void {
    this.note(one);
    this.steps.push((seed) => seed.describeVersion(this.names[one.side], one.version, {}));
  }

  verify(version: string, providerVersion: string, success = true): void {
    this.note({ side: 'provider', version: providerVersion });
    this.steps.push((seed) => seed.verify({ ...this.names, version, providerVersion, success }));
  }

  deploy(one: Version, applicationInstance: string): void {
    this.steps.push((seed, environment) =>
      recordDeployment({
        broker: seed.client.baseUrl,
        environment,
        applicationInstance,
        ...this.nameOf(one),
      }),
    );
  }

  release(one: Version): void {
    this.steps.push((seed, environment) =>
      recordRelease({ broker: seed.client.baseUrl, environment, ...this.nameOf(one) }),
    );
  }

  async replay(seed: BrokerSeed, environment: string): Promise<void> {
    for (const step of this.steps) await step(seed, environment);
  }

  nameOf({ side, version }: Version): { pacticipant: string; version: string } {
    return { pacticipant: this.names[side], version };
  }

  /** All versions. */
  versions(): Version[] {
    return [...this.known.values()];
  }

  private note(one: Version): void {
    this.known.set(`${one.side} ${one.version}`, one);
  }
}
