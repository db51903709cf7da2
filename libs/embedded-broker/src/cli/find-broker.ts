import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { ExpectedError } from '../expected-error.ts';
import { temporaryHeader } from '../http/temporary-broker.ts';
import { requestHttp, requestHttps } from '../node-http.ts';
import { answerTo } from '../outgoing.ts';

/** What was found at an address. */
export interface Found {
  /** A Pact Broker, one that ends with another command, another program, or nothing. */
  readonly kind: 'broker' | 'temporary' | 'other' | 'nothing';
  /** What there was instead of a broker, for a message. */
  readonly instead: string;
}

/** How long the answer may take, from the connection to its last byte, in milliseconds. */
const patienceMs = 5000;
/** The index of a broker is far shorter. */
const maxBytes = 1024 * 1024;

/**
 * Looks whether a Pact Broker answers.
 * @param url its base URL, with credentials or without. One that asks for them counts: the command that is run has them.
 */
export async function findBroker(url: string, limitMs = patienceMs): Promise<Found> {
  const tooSlow = AbortSignal.timeout(limitMs);
  let answer: Answer;
  try {
    answer = await get(new URL(url), tooSlow);
  } catch (error) {
    const instead = tooSlow.aborted ? `no answer within ${limitMs / 1000} seconds` : (error as Error).message;
    return { kind: 'nothing', instead };
  }
  const { status, location } = answer;
  if (answer.temporary) return { kind: 'temporary', instead: '' };
  if (status === 401 || isIndex(answer.body)) return { kind: 'broker', instead: '' };
  const instead =
    location === undefined ? `status ${status}` : `a redirect to ${withoutCredentials(location)}`;
  return { kind: 'other', instead };
}

/** Whether a text is the index of a Pact Broker. */
function isIndex(body: string): boolean {
  try {
    const { _links: links } = JSON.parse(body) as { _links?: Record<string, unknown> };
    return Boolean(links?.['pb:publish-contracts'] ?? links?.['pb:latest-pact-versions']);
  } catch {
    return false;
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  readonly temporary: boolean;
}

/** A broker that the environment names. */
export interface NamedBroker {
  readonly url: string;
  /** The same without credentials, for messages. */
  readonly shownUrl: string;
  readonly variable: string;
}

/**
 * The broker of `PACT_BROKER_BASE_URL`, or of `PACT_BROKER_PROTO` and `PACT_BROKER_URL`; undefined when neither is set.
 * @throws ExpectedError naming the variable that is malformed
 */
export function namedBroker(env: NodeJS.ProcessEnv): NamedBroker | undefined {
  const named = (text: string, variable: string) => {
    const url = text.replace(/\/+$/, '');
    const shownUrl = withoutCredentials(url);
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
      throw new ExpectedError(
        `${variable} is "${shownUrl}", which is not a valid http(s) URL. Correct it, or unset it to use the embedded broker.`,
      );
    }
    return { url, shownUrl, variable };
  };
  if (env['PACT_BROKER_BASE_URL']) return named(env['PACT_BROKER_BASE_URL'], 'PACT_BROKER_BASE_URL');
  if (env['PACT_BROKER_URL']) {
    return named(`${env['PACT_BROKER_PROTO'] ?? 'http'}://${env['PACT_BROKER_URL']}`, 'PACT_BROKER_URL');
  }
  return undefined;
}

function withoutCredentials(url: string): string {
  return url.replace(/\/\/.*@/, '//***@');
}

/** GET without a proxy; credentials in the URL are sent, and certificates of `SSL_CERT_FILE` trusted. */
async function get(url: URL, signal: AbortSignal): Promise<Answer> {
  const certificates = process.env['SSL_CERT_FILE'];
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const ca = certificates ? { ca: [...rootCertificates, readFileSync(certificates, 'utf8')] } : {};
  const outgoing = request(url, { headers: { accept: 'application/hal+json' }, agent: false, ...ca });
  const { response, body } = await answerTo(outgoing, undefined, { signal, maxBytes });
  return {
    status: response.statusCode ?? 0,
    body,
    location: response.headers.location,
    temporary: response.headers[temporaryHeader] !== undefined,
  };
}
