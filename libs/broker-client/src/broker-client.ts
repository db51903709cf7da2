import type { AxiosError, AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';
import { attemptsWithin, reasonOf } from './attempt.ts';
import { axios } from './axios.ts';
import { trustedWith } from './certificate.ts';
import { brokerConnection, type Broker, type BrokerConnection } from './connection.ts';
import {
  BrokerResponseError,
  BrokerUnauthorizedError,
  BrokerUnreachableError,
  NotAPactBrokerError,
} from './errors.ts';
import { requireLink, type HalResource } from './hal.ts';
import { isLocal } from './local-hosts.ts';
import { messagesOf } from './messages.ts';
import { https } from './node-http.ts';
import { haveSameOrigin, redirectTarget } from './redirects.ts';
import { isBrokenOff, repeatFailures } from './retries.ts';

const defaultTimeoutMs = 30_000;

/** Sends requests to a Pact Broker, and reads its HAL. Every method throws a `PactToolingError` if it fails. */
export class BrokerClient {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly connection: BrokerConnection;
  private lastServer: string | undefined;
  private readonly http: AxiosInstance;

  /** @param env the variables that complete the connection; not the process's own for one of two brokers */
  constructor(broker?: Broker, env: NodeJS.ProcessEnv = process.env) {
    const connection = brokerConnection(broker, env);
    this.connection = connection;
    this.baseUrl = connection.baseUrl;
    this.http = axios().create({
      adapter: attemptsWithin(connection.timeoutMs ?? defaultTimeoutMs),
      headers: { Accept: 'application/hal+json, application/json', ...authorization(connection) },
      responseType: 'json',
      // A proxy can't reach a server of this machine.
      proxy: isLocal(connection.baseUrl) ? false : undefined,
      httpsAgent: connection.ca ? new https.Agent({ ca: trustedWith(connection.ca) }) : undefined,
    });
    repeatFailures(this.http, connection);
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
    return this.request('GET', url, accept === undefined ? {} : { headers: { Accept: accept } });
  }

  /** The text of the body. Parsing would lose the spelling of numbers and the order of keys. */
  async getText(url: string): Promise<string> {
    const { data } = await this.send('GET', url, { responseType: 'text' });
    return String(data);
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
    return this.request('POST', url, sending(body));
  }

  put(url: string, body: object): Promise<HalResource> {
    return this.request('PUT', url, sending(body));
  }

  patch(url: string, body: object): Promise<HalResource> {
    return this.request('PATCH', url, sending(body, 'application/merge-patch+json'));
  }

  async delete(url: string): Promise<void> {
    // Some brokers refuse a DELETE that asks for HAL. Source: docs/official-broker/http.md#media-types.
    await this.send('DELETE', url, { headers: { Accept: '*/*' } });
  }

  private async request(method: string, url: string, config: AxiosRequestConfig = {}): Promise<HalResource> {
    const { status, data } = await this.send(method, url, config);
    if (status === 204) return {};
    if (typeof data !== 'object' || data === null)
      throw new NotAPactBrokerError(url, 'its answer is not JSON');
    return data as HalResource;
  }

  /** @param redirects number of redirects that led to this URL */
  private async send(
    method: string,
    url: string,
    config: AxiosRequestConfig,
    redirects = 0,
  ): Promise<AxiosResponse<unknown>> {
    try {
      const response = await this.http.request<unknown>({ method, url, ...config });
      this.lastServer = (response.headers as Readonly<Record<string, string | undefined>>)['server'];
      return response;
    } catch (error) {
      if (!axios().isAxiosError(error)) throw error;
      if (!error.response || isBrokenOff(error)) {
        const reason = isBrokenOff(error) ? 'its answer broke off' : reasonOf(error);
        throw new BrokerUnreachableError(this.baseUrl, reason, { cause: bare(error) });
      }
      const target = redirectTarget(error.response, { method, url, redirects }, this.baseUrl);
      if (target === undefined) throw this.refusal(error.response, url);
      const changed = haveSameOrigin(url, target) ? config : withoutCredentials(config);
      return this.send(method, target, changed, redirects + 1);
    }
  }

  private refusal({ status, data: body }: AxiosResponse<unknown>, url: string): Error {
    if (status === 401 || status === 403) {
      const { username, token } = this.connection;
      return new BrokerUnauthorizedError(this.baseUrl, status, username !== undefined || token !== undefined);
    }
    return new BrokerResponseError({ status, url, messages: messagesOf(body), body });
  }
}

function sending(body: object, contentType = 'application/json'): AxiosRequestConfig {
  return { data: JSON.stringify(body), headers: { 'Content-Type': contentType } };
}

function withoutCredentials(config: AxiosRequestConfig): AxiosRequestConfig {
  return { ...config, headers: { ...config.headers, Authorization: null } };
}

function authorization({ token, username, password = '' }: BrokerConnection): Record<string, string> {
  if (token !== undefined) return { Authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

/** The error without the fields that axios adds: one of them has the credentials, and errors are logged whole. */
function bare({ message, code, stack }: AxiosError): Error {
  return Object.assign(new Error(message), { code, stack });
}
