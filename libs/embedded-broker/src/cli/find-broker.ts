import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { rootCertificates } from 'node:tls';
import { passingHeader } from '../http/index.ts';

/** What was found at an address: a Pact Broker, one that ends with another command, another program, or nothing. */
export type Found = 'broker' | 'passing' | 'other' | 'nothing';

/** How long an answer is waited for, in milliseconds. */
const patienceMs = 5000;

/**
 * Looks whether a Pact Broker answers.
 * @param url its base URL, with credentials or without. One that asks for them counts: the command that is run has them.
 */
export async function findBroker(url: string): Promise<Found> {
  let answer: Answer;
  try {
    answer = await get(new URL(url));
  } catch {
    return 'nothing';
  }
  if (answer.passing) return 'passing';
  if (answer.status === 401) return 'broker';
  try {
    const { _links: links } = JSON.parse(answer.body) as { _links?: Record<string, unknown> };
    return links?.['pb:publish-contracts'] || links?.['pb:latest-pact-versions'] ? 'broker' : 'other';
  } catch {
    return 'other';
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly passing: boolean;
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
 * @throws Error naming the variable that is malformed
 */
export function namedBroker(env: NodeJS.ProcessEnv): NamedBroker | undefined {
  const named = (text: string, variable: string) => {
    const url = text.replace(/\/+$/, '');
    const shownUrl = url.replace(/\/\/.*@/, '//***@');
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
      throw new Error(`${variable} is "${shownUrl}", which is no http(s) URL`);
    }
    return { url, shownUrl, variable };
  };
  if (env['PACT_BROKER_BASE_URL']) return named(env['PACT_BROKER_BASE_URL'], 'PACT_BROKER_BASE_URL');
  if (env['PACT_BROKER_URL']) {
    return named(`${env['PACT_BROKER_PROTO'] ?? 'http'}://${env['PACT_BROKER_URL']}`, 'PACT_BROKER_URL');
  }
  return undefined;
}

/** GET without a proxy; credentials in the URL are sent, and certificates of `SSL_CERT_FILE` trusted. */
function get(url: URL): Promise<Answer> {
  const certificates = process.env['SSL_CERT_FILE'];
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const ca = certificates ? { ca: [...rootCertificates, readFileSync(certificates, 'utf8')] } : {};
  return new Promise((resolve, reject) => {
    const options = { headers: { accept: 'application/hal+json' }, timeout: patienceMs, ...ca };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          passing: response.headers[passingHeader] !== undefined,
        }),
      );
      response.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer in time'))).on('error', reject);
    sent.end();
  });
}
