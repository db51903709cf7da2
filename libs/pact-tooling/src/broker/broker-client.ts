import { Agent } from 'node:https';
import { rootCertificates } from 'node:tls';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import retry, { exponentialDelay, isNetworkError } from 'axios-retry';
import { brokerConnection, type Broker, type BrokerConnection } from './connection.ts';
import {
  BrokerResponseError,
  BrokerUnauthorizedError,
  BrokerUnreachableError,
  NotAPactBrokerError,
} from './errors.ts';
import { requireLink, type HalResource } from './hal.ts';
import { messagesOf } from './messages.ts';

const defaultRetries = 4;
const defaultTimeoutMs = 30_000;
/** The first pause before a repetition, in milliseconds; each next one is twice as long. */
const firstDelayMs = 100;
/** The longest pause, whatever `Retry-After` says, in milliseconds. */
const longestDelayMs = 60_000;

/** Speaks HAL with a Pact Broker. Every method throws a `PactToolingError` when the broker doesn't answer as hoped. */
export class BrokerClient {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly connection: BrokerConnection;
  private readonly http: AxiosInstance;

  constructor(broker?: Broker) {
    const connection = brokerConnection(broker);
    this.connection = connection;
    this.baseUrl = connection.baseUrl;
    this.http = axios.create({
      timeout: connection.timeoutMs ?? defaultTimeoutMs,
      headers: { Accept: 'application/hal+json, application/json', ...authorization(connection) },
      responseType: 'json',
      maxBodyLength: Infinity,
      // A proxy can't reach what is local to this machine.
      ...(isLocal(connection.baseUrl) ? { proxy: false as const } : {}),
      ...(connection.ca ? { httpsAgent: new Agent({ ca: [...rootCertificates, connection.ca] }) } : {}),
    });
    retry(this.http, {
      retries: connection.retries ?? defaultRetries,
      retryDelay: (count, error) => Math.min(exponentialDelay(count, error, firstDelayMs), longestDelayMs),
      retryCondition: (error) => isNetworkError(error) || isTemporary(error.response?.status),
      shouldResetTimeout: true,
    });
  }

  /** The index, where every walk along the links begins. */
  async index(): Promise<HalResource> {
    const index = await this.get(`${this.baseUrl}/`);
    if (!index._links) throw new NotAPactBrokerError(this.baseUrl, 'its index has no links');
    return index;
  }

  /** The URL of a relation of the index. */
  async linkFromIndex(rel: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
    return requireLink(await this.index(), rel, this.baseUrl, values);
  }

  get(url: string): Promise<HalResource> {
    return this.request('GET', url);
  }

  /** The document, or undefined when there is none (404). */
  async find(url: string): Promise<HalResource | undefined> {
    try {
      return await this.get(url);
    } catch (error) {
      if (error instanceof BrokerResponseError && error.status === 404) return undefined;
      throw error;
    }
  }

  post(url: string, body: object): Promise<HalResource> {
    return this.request('POST', url, body);
  }

  put(url: string, body: object): Promise<HalResource> {
    return this.request('PUT', url, body);
  }

  patch(url: string, body: object): Promise<HalResource> {
    return this.request('PATCH', url, body, 'application/merge-patch+json');
  }

  private async request(
    method: string,
    url: string,
    body?: object,
    contentType = 'application/json',
  ): Promise<HalResource> {
    let response: AxiosResponse<unknown>;
    try {
      response = await this.http.request<unknown>({
        method,
        url,
        ...(body ? { data: JSON.stringify(body), headers: { 'Content-Type': contentType } } : {}),
      });
    } catch (error) {
      if (!axios.isAxiosError(error)) throw error;
      if (!error.response)
        throw new BrokerUnreachableError(this.baseUrl, error.code ?? error.message, { cause: error });
      throw this.refusal(error.response, url);
    }
    if (response.status !== 204 && (typeof response.data !== 'object' || response.data === null)) {
      throw new NotAPactBrokerError(url, 'its answer is no JSON');
    }
    return (response.data ?? {}) as HalResource;
  }

  private refusal({ status, data: body }: AxiosResponse<unknown>, url: string): Error {
    if (status === 401 || status === 403) {
      const { username, token } = this.connection;
      return new BrokerUnauthorizedError(this.baseUrl, status, username !== undefined || token !== undefined);
    }
    return new BrokerResponseError({ status, url, messages: messagesOf(body), body });
  }
}

function authorization({ token, username, password = '' }: BrokerConnection): Record<string, string> {
  if (token !== undefined) return { Authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

function isLocal(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

function isTemporary(status: number | undefined): boolean {
  return status !== undefined && (status >= 500 || status === 429 || status === 408);
}
