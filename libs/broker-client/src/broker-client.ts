import { isBrokenOff, isSuccess, type Answer, type OutgoingRequest, type Send } from './answer.ts';
import { attempt } from './attempt.ts';
import { byProxy, namesProxy } from './by-proxy.ts';
import { trustedWith } from './certificate.ts';
import { brokerConnection, type Broker, type BrokerConnection } from './connection.ts';
import {
  BrokerResponseError,
  BrokerUnauthorizedError,
  BrokerUnreachableError,
  NotAPactBrokerError,
} from './errors.ts';
import { direct } from './direct.ts';
import { requireLink, type HalResource } from './hal.ts';
import { isLocal } from './local-hosts.ts';
import { messagesOf } from './messages.ts';
import { https } from './node-http.ts';
import { haveSameOrigin, redirectTarget } from './redirects.ts';
import { repeatFailures } from './retries.ts';

const defaultTimeoutMs = 30_000;

/** Sends requests to a Pact Broker, and reads its HAL. Every method throws a `PactToolingError` if it fails. */
export class BrokerClient {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly connection: BrokerConnection;
  private lastServer: string | undefined;
  private readonly sendOnce: Send;

  /** @param env the variables that complete the connection; not the process's own for one of two brokers */
  constructor(broker?: Broker, env: NodeJS.ProcessEnv = process.env) {
    const connection = brokerConnection(broker, env);
    this.connection = connection;
    this.baseUrl = connection.baseUrl;
    const agent = connection.ca ? new https.Agent({ ca: trustedWith(connection.ca) }) : undefined;
    // A proxy can't reach a server of this machine.
    const isDirect = isLocal(connection.baseUrl) || !namesProxy(process.env);
    this.sendOnce = isDirect ? direct(agent) : byProxy(agent);
  }

  /** The name of the server in its last answer (header `Server`); undefined without one. */
  get server(): string | undefined {
    return this.lastServer;
  }

  /** The index, whose links lead to everything else. */
  async index(): Promise<HalResource> {
    const index = await this.find(`${this.baseUrl}/`);
    if (!index) throw new NotAPactBrokerError(this.baseUrl, 'there is nothing (404)');
    if (!index._links) throw new NotAPactBrokerError(this.baseUrl, 'its index has no links');
    return index;
  }

  /** The URL of a relation of the index. */
  async linkFromIndex(rel: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
    return requireLink(await this.index(), rel, this.baseUrl, values);
  }

  /** @param accept the media types to ask for instead of HAL */
  get(url: string, accept?: string): Promise<HalResource> {
    return this.request('GET', url, accept === undefined ? {} : { Accept: accept });
  }

  /** The text of the body. Parsing would lose the spelling of numbers and the order of keys. */
  async getText(url: string): Promise<string> {
    const answer = await this.send({ method: 'GET', url, headers: {} }, (body) => body);
    return answer.text;
  }

  /** The document, or undefined if there is none (404). */
  async find(url: string): Promise<HalResource | undefined> {
    try {
      return await this.get(url);
    } catch (error) {
      if (error instanceof BrokerResponseError && error.status === 404) return undefined;
      throw error;
    }
  }

  post(url: string, body: object): Promise<HalResource> {
    return this.request('POST', url, json(), body);
  }

  put(url: string, body: object): Promise<HalResource> {
    return this.request('PUT', url, json(), body);
  }

  patch(url: string, body: object): Promise<HalResource> {
    return this.request('PATCH', url, json('application/merge-patch+json'), body);
  }

  async delete(url: string): Promise<void> {
    // Some brokers refuse a DELETE that asks for HAL. Source: docs/official-broker/http.md#media-types.
    await this.send({ method: 'DELETE', url, headers: { Accept: '*/*' } });
  }

  private async request(
    method: string,
    url: string,
    headers: OutgoingRequest['headers'],
    body?: object,
  ): Promise<HalResource> {
    const { status, text } = await this.send({ method, url, headers, body: body && JSON.stringify(body) });
    if (status === 204) return {};
    const data = jsonOrText(text);
    if (typeof data !== 'object' || data === null)
      throw new NotAPactBrokerError(url, 'its answer is not JSON');
    return data as HalResource;
  }

  /** @param readBody reads the body of an error */
  private send(request: OutgoingRequest, readBody = jsonOrText): Promise<Answer> {
    const headers = { ...always, ...authorization(this.connection), ...request.headers };
    return this.follow({ ...request, headers }, readBody, 0);
  }

  /** @param redirects number of redirects that led to this URL */
  private async follow(
    request: OutgoingRequest,
    readBody: typeof jsonOrText,
    redirects: number,
  ): Promise<Answer> {
    const { method, url } = request;
    const answer = await this.answerTo(request);
    if (isSuccess(answer)) {
      this.lastServer = answer.headers['server'] as string | undefined;
      return answer;
    }
    const target = redirectTarget(answer, { method, url, redirects }, this.baseUrl);
    if (target === undefined) throw this.refusal(answer, url, readBody(answer.text));
    const { Authorization: _, ...others } = request.headers;
    const headers = haveSameOrigin(url, target) ? request.headers : others;
    return this.follow({ ...request, url: target, headers }, readBody, redirects + 1);
  }

  private async answerTo(request: OutgoingRequest): Promise<Answer> {
    const { timeoutMs = defaultTimeoutMs } = this.connection;
    const answer = await repeatFailures(() => attempt(this.sendOnce, request, timeoutMs), this.connection);
    if (answer.status === undefined)
      throw new BrokerUnreachableError(this.baseUrl, answer.reason, { cause: answer.cause });
    if (isBrokenOff(answer))
      throw new BrokerUnreachableError(this.baseUrl, 'its answer broke off', { cause: answer.brokenBy });
    return answer;
  }

  private refusal({ status }: Answer, url: string, body: unknown): Error {
    if (status === 401 || status === 403) {
      const { username, token } = this.connection;
      return new BrokerUnauthorizedError(this.baseUrl, status, username !== undefined || token !== undefined);
    }
    return new BrokerResponseError({ status, url, messages: messagesOf(body), body });
  }
}

/** Headers of every request. */
const always = { Accept: 'application/hal+json, application/json', 'User-Agent': 'pact-tooling' };

const json = (contentType = 'application/json') => ({ 'Content-Type': contentType });

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function authorization({ token, username, password = '' }: BrokerConnection): Record<string, string> {
  if (token !== undefined) return { Authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}
