import { readCertificate } from './certificate.ts';
import { refuseEmpty } from './empty-values.ts';
import { PactToolingError } from './tooling-error.ts';
import { variable } from './variables.ts';

/** The address of a broker, and the credentials and settings for requests to it. */
export interface BrokerConnection {
  /** Base URL; may have a path. A trailing slash is ignored. */
  readonly baseUrl: string;
  /** User name of basic auth; none by default. */
  readonly username?: string | undefined;
  /** Its password; empty by default. */
  readonly password?: string | undefined;
  /** Bearer token, as PactFlow uses; wins over a user name. */
  readonly token?: string | undefined;
  /** PEM text of certificates to trust in addition to the system's, for a broker with a self-signed one. */
  readonly ca?: string | undefined;
  /** How often to repeat a request after a 5xx, 408, 429 or a failed connection; 4 by default. */
  readonly retries?: number | undefined;
  /** Limit of each attempt in milliseconds, from the connection to the end of the answer; 30 000 by default. */
  readonly timeoutMs?: number | undefined;
  /** Called before the pause before each repetition of a request. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
}

/** A repetition of a request. */
export interface Retry {
  /** Its number, from 1. */
  readonly count: number;
  /** How many there may be. */
  readonly of: number;
  /** The pause before it, in milliseconds. */
  readonly pauseMs: number;
  /** Why it is necessary: the status of the answer, or why there was none. */
  readonly reason: string;
}

/** A connection, or only its base URL. What is missing comes from the environment: {@link brokerConnection}. */
export type Broker = BrokerConnection | string;

const defaultBaseUrl = 'http://127.0.0.1:9292';

/**
 * The given connection, completed by the environment. All functions with the option `broker` use it.
 *
 * `PACT_BROKER_BASE_URL`, else `PACT_BROKER_PROTO` and `PACT_BROKER_URL`, else `http://127.0.0.1:9292`; credentials
 * from `PACT_BROKER_TOKEN`, or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`; certificates from `SSL_CERT_FILE`;
 * `PACT_BROKER_HTTP_RETRIES`.
 * @param broker what is known; the environment completes it
 * @param env the variables; those of the process by default
 * @returns the connection, its base URL without credentials and without a trailing slash
 * @example
 * ```ts
 * import { brokerConnection } from '@pact-workshop/pact-tooling';
 *
 * const { baseUrl } = brokerConnection('https://broker.example.org/');
 * console.log(`Contracts are at ${baseUrl}.`);
 * ```
 * @throws {@link PactToolingError} with the name of a malformed variable
 * @throws {@link EmptyValueError} if a given base URL, token or user name is empty
 */
export function brokerConnection(
  broker: Broker | undefined,
  env: NodeJS.ProcessEnv = process.env,
): BrokerConnection {
  const given: Partial<BrokerConnection> = typeof broker === 'string' ? { baseUrl: broker } : (broker ?? {});
  refuseEmpty({
    'broker’s base URL': given.baseUrl,
    'broker’s token': given.token,
    'broker’s user name': given.username,
  });
  const { url, source } =
    given.baseUrl === undefined
      ? baseUrlFrom(env)
      : { url: given.baseUrl.trim(), source: 'The broker’s base URL' };
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new PactToolingError(
      `${source} is "${withoutCredentials(url)}", which is not a valid http(s) URL.`,
    );
  }
  const { href, username, password } = splitCredentials(url, source);
  const hasOwnCredentials = given.token !== undefined || given.username !== undefined;
  const credentials = hasOwnCredentials
    ? { token: given.token?.trim(), username: given.username?.trim(), password: given.password }
    : {
        token: variable(env, 'PACT_BROKER_TOKEN'),
        username: username || variable(env, 'PACT_BROKER_USERNAME'),
        password: password || variable(env, 'PACT_BROKER_PASSWORD'),
      };
  if (credentials.token !== undefined && /[^\t\x20-\x7e\x80-\xff]/.test(credentials.token)) {
    throw new PactToolingError(
      `${given.token === undefined ? 'PACT_BROKER_TOKEN' : 'The broker’s token'} has a character that no HTTP header can have. Copy it once more.`,
    );
  }
  return {
    ...given,
    ...credentials,
    baseUrl: href.replace(/\/+$/, ''),
    ca: given.ca ?? (href.startsWith('https:') ? certificateFrom(env) : undefined),
    retries: given.retries ?? retriesFrom(env),
  };
}

function splitCredentials(url: string, source: string): { href: string; username: string; password: string } {
  const parsed = new URL(url);
  try {
    const credentials = {
      username: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
    };
    parsed.username = '';
    parsed.password = '';
    return { href: parsed.href, ...credentials };
  } catch {
    throw new PactToolingError(
      `${source} is "${withoutCredentials(url)}", whose credentials are not percent-encoded: write % as %25.`,
    );
  }
}

/** The certificates that `SSL_CERT_FILE` names; other tools read it, too. */
function certificateFrom(env: NodeJS.ProcessEnv): string | undefined {
  const path = variable(env, 'SSL_CERT_FILE');
  return path === undefined ? undefined : readCertificate(path, 'SSL_CERT_FILE');
}

function baseUrlFrom(env: NodeJS.ProcessEnv): { url: string; source: string } {
  const whole = variable(env, 'PACT_BROKER_BASE_URL');
  if (whole !== undefined) return { url: whole, source: 'PACT_BROKER_BASE_URL' };
  const host = variable(env, 'PACT_BROKER_URL');
  if (host === undefined) return { url: defaultBaseUrl, source: 'The default' };
  if (host.includes('://')) {
    throw new PactToolingError(
      `PACT_BROKER_URL is "${withoutCredentials(host)}"; it must not have a protocol, which PACT_BROKER_PROTO names. ` +
        'Put a whole URL into PACT_BROKER_BASE_URL.',
    );
  }
  const protocol = variable(env, 'PACT_BROKER_PROTO') ?? 'http';
  return { url: `${protocol}://${host}`, source: 'PACT_BROKER_PROTO://PACT_BROKER_URL' };
}

function retriesFrom(env: NodeJS.ProcessEnv): number | undefined {
  const text = variable(env, 'PACT_BROKER_HTTP_RETRIES');
  if (text === undefined) return undefined;
  if (!/^\d{1,2}$/.test(text)) {
    throw new PactToolingError(`PACT_BROKER_HTTP_RETRIES is "${text}"; a number from 0 to 99 is expected.`);
  }
  return Number(text);
}

/** A URL as messages show it. */
export function withoutCredentials(url: string): string {
  return url.replace(/\/\/.*@/, '//***@');
}
