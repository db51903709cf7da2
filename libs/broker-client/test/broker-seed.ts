import { BrokerClient, requireLink } from '../src/index.ts';

export interface Publication {
  readonly consumer: string;
  readonly version: string;
  readonly providers: readonly string[];
  /** Distinguishes contents; text of a JSON value. */
  readonly body?: string;
  readonly branch?: string;
  readonly tags?: readonly string[];
  readonly buildUrl?: string;
}

export interface Result {
  readonly consumer: string;
  readonly version: string;
  readonly provider: string;
  readonly providerVersion: string;
  readonly success?: boolean;
  readonly [field: string]: unknown;
}

/** Fills a broker for a test, step by step. */
export class BrokerSeed {
  readonly client: BrokerClient;

  constructor(url: string) {
    this.client = new BrokerClient(url, {});
  }

  async publish({ consumer, version, providers, body = '1', ...more }: Publication): Promise<void> {
    const contracts = providers.map((provider) => ({
      consumerName: consumer,
      providerName: provider,
      specification: 'pact',
      contentType: 'application/json',
      content: Buffer.from(
        `{"consumer":{"name":${JSON.stringify(consumer)}},"provider":{"name":${JSON.stringify(provider)}},` +
          `"interactions":[{"description":"one","response":{"status":200,"body":${body}}}],` +
          '"metadata":{"pactSpecification":{"version":"2.0.0"}}}',
      ).toString('base64'),
    }));
    await this.client.post(await this.client.linkFromIndex('pb:publish-contracts'), {
      pacticipantName: consumer,
      pacticipantVersionNumber: version,
      ...more,
      contracts,
    });
  }

  /** The URL of a pact of a consumer's version. */
  async pactUrl(consumer: string, version: string, provider: string): Promise<string> {
    const values = { consumer, provider, consumerApplicationVersion: version };
    return this.client.linkFromIndex('pb:publish-pact', values);
  }

  async verify({ consumer, version, provider, providerVersion, success = true, ...more }: Result) {
    const pact = await this.client.get(await this.pactUrl(consumer, version, provider));
    await this.client.post(requireLink(pact, 'pb:publish-verification-results', ''), {
      success,
      providerApplicationVersion: providerVersion,
      ...more,
    });
  }

  async addToBranch(pacticipant: string, version: string, branch: string): Promise<void> {
    const values = { pacticipant, version, branch };
    await this.client.put(await this.client.linkFromIndex('pb:pacticipant-branch-version', values), {});
  }

  async describeVersion(pacticipant: string, version: string, fields: object): Promise<void> {
    const values = { pacticipant, version };
    await this.client.patch(await this.client.linkFromIndex('pb:pacticipant-version', values), fields);
  }

  async describePacticipant(pacticipant: string, fields: object): Promise<void> {
    await this.client.patch(await this.client.linkFromIndex('pb:pacticipant', { pacticipant }), fields);
  }
}
