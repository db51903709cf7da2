import type { BrokerOptions } from '../src/server.ts';
import { startBroker } from './start-broker.ts';

/** An answer: status, headers, and the body as JSON where it is some. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

export interface PublishOptions {
  readonly version?: string;
  readonly branch?: string;
  readonly tags?: readonly string[];
  /** Anything; other content is another pact. */
  readonly content?: unknown;
  readonly merge?: boolean;
}

export type TestBroker = Awaited<ReturnType<typeof startTestBroker>>;

/**
 * A broker in memory, with short words for what tests do to it.
 * @param start that of `src/server.ts` where a test looks inside of the broker: it shares the test's own imports
 */
export async function startTestBroker(options: BrokerOptions = {}, start = startBroker) {
  const broker = await start(options);

  async function request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(path.startsWith('http') ? path : broker.url + path, {
      method,
      headers: {
        accept: 'application/hal+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: response.status, headers: response.headers, text, body: json };
  }

  /** A contract as the publish request has it. */
  const contract = (
    consumer: string,
    provider: string,
    { content = 'x', merge = false }: PublishOptions = {},
  ) => ({
    consumerName: consumer,
    providerName: provider,
    contentType: 'application/json',
    specification: 'pact',
    content: Buffer.from(JSON.stringify(pactOf(consumer, provider, content))).toString('base64'),
    onConflict: merge ? 'merge' : undefined,
  });

  /** Publishes a pact of a consumer with one or more providers. */
  function publish(
    consumer: string,
    providers: string | readonly string[],
    options: PublishOptions = {},
  ): Promise<Answer> {
    const { version = '1', branch, tags } = options;
    const names = typeof providers === 'string' ? [providers] : providers;
    return request('POST', '/contracts/publish', {
      pacticipantName: consumer,
      pacticipantVersionNumber: version,
      branch,
      tags,
      contracts: names.map((provider) => contract(consumer, provider, options)),
    });
  }

  /** Publishes a provider version's result for a consumer version's pact. */
  async function verify(
    consumer: string,
    provider: string,
    result: {
      readonly consumerVersion?: string;
      readonly version: string;
      readonly success?: boolean;
      readonly branch?: string;
    },
  ): Promise<Answer> {
    const { consumerVersion = '1', version, success = true, branch } = result;
    if (branch !== undefined)
      await request('PUT', `/pacticipants/${provider}/branches/${branch}/versions/${version}`, {});
    const pact = await request(
      'GET',
      `/pacts/provider/${provider}/consumer/${consumer}/version/${consumerVersion}`,
    );
    const url = (pact.body as { _links: Record<string, { href: string }> })._links[
      'pb:publish-verification-results'
    ]?.href;
    return request('POST', url ?? '', { success, providerApplicationVersion: version });
  }

  /** Records a deployment (or release). */
  async function deploy(
    pacticipant: string,
    version: string,
    environment: string,
    body: object = {},
    rel = 'pb:record-deployment',
  ) {
    const found = await request('GET', `/pacticipants/${pacticipant}/versions/${version}`);
    const links =
      (found.body as { _links: Record<string, { name: string; href: string }[]> })._links[rel] ?? [];
    return request('POST', links.find(({ name }) => name === environment)?.href ?? '', body);
  }

  /** Asks the matrix; selectors as `Name@version`, `Name` or raw query text. */
  async function matrix(query: string) {
    const answer = await request('GET', `/matrix?${query}`);
    const { summary, notices, matrix: rows } = answer.body as MatrixBody;
    return {
      status: answer.status,
      deployable: summary.deployable,
      summary,
      /** The official notices, and behind them what to do about missing results. */
      texts: notices.filter(({ type }) => type !== 'prompt').map(({ text }) => text),
      prompts: notices
        .filter(({ type }) => type === 'prompt')
        .map(({ text }) => text.replace(/http:\S+?\/pacts\/(\S+?)\/pact-version\/\w+/, '$1')),
      rows: rows.map(
        ({ consumer, provider, verificationResult, ignored }) =>
          `${consumer.name} ${consumer.version.number} ${provider.name} ${provider.version?.number ?? '?'} ${verificationResult?.success ?? '?'}${ignored ? ' ignored' : ''}`,
      ),
    };
  }

  return { ...broker, request, contract, publish, verify, deploy, matrix };
}

interface MatrixBody {
  summary: {
    deployable: boolean | null;
    reason: string;
    success: number;
    failed: number;
    unknown: number;
    ignored?: number;
  };
  notices: { type: string; text: string }[];
  matrix: {
    consumer: { name: string; version: { number: string } };
    provider: { name: string; version: { number: string } | null };
    verificationResult: { success: boolean } | null;
    ignored?: boolean;
  }[];
}

/** A pact whose one interaction has this content. */
export function pactOf(consumer: string, provider: string, content: unknown): object {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [
      {
        description: `asks for ${JSON.stringify(content)}`,
        request: { method: 'GET', path: '/' },
        response: { status: 200, body: content },
      },
    ],
    metadata: { pactSpecification: { version: '2.0.0' } },
  };
}
