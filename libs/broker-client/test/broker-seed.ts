import { BrokerClient, findLinks, requireLink, type HalResource } from '../src/index.ts';

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

/** Where a version is deployed or released. */
export interface Place {
  readonly pacticipant: string;
  readonly version: string;
  /** Name of the environment. */
  readonly environment: string;
}

export interface Deployment extends Place {
  readonly applicationInstance?: string;
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

  async createEnvironment(name: string): Promise<void> {
    await this.client.post(await this.client.linkFromIndex('pb:environments'), { name, production: false });
  }

  /** @returns the URL of the deployment, for `undeploy` */
  async deploy({ applicationInstance, ...place }: Deployment): Promise<string> {
    return this.record('pb:record-deployment', place, { applicationInstance });
  }

  async undeploy(deployment: string): Promise<void> {
    await this.client.patch(deployment, { currentlyDeployed: false });
  }

  /** @returns the URL of the release, for `endSupport` */
  async release(place: Place): Promise<string> {
    return this.record('pb:record-release', place, {});
  }

  async endSupport(release: string): Promise<void> {
    await this.client.patch(release, { currentlySupported: false });
  }

  /** Display names of the environments where a version is deployed or supported now, each once. */
  async environmentsOf(pacticipant: string, version: string): Promise<string[]> {
    const resource = await this.versionOf(pacticipant, version);
    const names = ['pb:deployed-environments', 'pb:released-environments']
      .flatMap((rel) => findLinks(resource, rel))
      .filter((link) => link.currently_deployed !== false && link.currently_supported !== false)
      .map(({ name }) => String(name));
    return [...new Set(names)];
  }

  private async record(rel: string, place: Place, body: object): Promise<string> {
    const { pacticipant, version, environment } = place;
    const links = findLinks(await this.versionOf(pacticipant, version), rel);
    const link = links.find(({ name }) => name === environment);
    if (!link) throw new Error(`there is no environment ${environment}`);
    return requireLink(await this.client.post(link.href, body), 'self', link.href);
  }

  private async versionOf(pacticipant: string, version: string): Promise<HalResource> {
    const values = { pacticipant, version };
    return this.client.get(await this.client.linkFromIndex('pb:pacticipant-version', values));
  }
}
