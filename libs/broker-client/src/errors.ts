import { PactToolingError } from './tooling-error.ts';

/** There was no answer from the broker's address, or not in time. Start the broker, or correct its address. */
export class BrokerUnreachableError extends PactToolingError {
  /** Base URL of the broker. */
  readonly url: string;
  constructor(url: string, reason: string, options?: ErrorOptions) {
    super(`No Pact Broker answers at ${url} (${reason}). ${adviceFor(reason)}`, options);
    this.url = url;
  }
}

/** The broker did not accept the credentials, or requires some (401, 403). Set them, or give them more rights. */
export class BrokerUnauthorizedError extends PactToolingError {
  constructor(url: string, status: number, hasCredentials: boolean) {
    super(
      `The Pact Broker at ${url} refused the request (${status}): ` +
        (hasCredentials
          ? 'check PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or PACT_BROKER_TOKEN, and their permissions.'
          : 'it requires credentials. Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or PACT_BROKER_TOKEN.'),
    );
  }
}

/** The broker answered with an error. Its messages say what to correct; a status from 500 on is its own fault. */
export class BrokerResponseError extends PactToolingError {
  /** HTTP status of the answer. */
  readonly status: number;
  /** URL of the request. */
  readonly url: string;
  /** The broker's messages. */
  readonly messages: readonly string[];
  /** Body of the answer: JSON as a value, else a text. */
  readonly body: unknown;
  constructor(answer: { status: number; url: string; messages: readonly string[]; body: unknown }) {
    const said = answer.messages.length > 0 ? answer.messages.join('; ') : `status ${answer.status}`;
    super(`The Pact Broker says: ${said} (${answer.status} for ${answer.url.split('?')[0]})`);
    this.status = answer.status;
    this.url = answer.url;
    this.messages = answer.messages;
    this.body = answer.body;
  }
}

/** The answer is not that of a Pact Broker, or of one that is too old for the request. Correct the address. */
export class NotAPactBrokerError extends PactToolingError {
  constructor(url: string, what: string) {
    super(`${url} does not answer like a Pact Broker: ${what}. Check PACT_BROKER_BASE_URL.`);
  }
}

/**
 * A write is redirected, which would make it a request to read. Nothing was written. Usually a proxy redirects to https:
 * correct the base URL, that of the broker itself if its links lead to the wrong address.
 */
export class BrokerRedirectError extends PactToolingError {
  /** URL of the request. */
  readonly url: string;
  /** Where the redirect leads to. */
  readonly target: string;
  constructor(redirect: { status: number; method: string; url: string; target: string; baseUrl: string }) {
    const { status, method, url, target, baseUrl } = redirect;
    super(
      `${method} ${url} is redirected to ${target} (${status}), where it would only read, so nothing was written. ` +
        adviceAbout(url, target, baseUrl),
    );
    this.url = url;
    this.target = target;
  }
}

/** @returns the base URL to set, and where; a redirect to another path does not tell it */
function adviceAbout(url: string, target: string, baseUrl: string): string {
  const [from, to] = [new URL(url), new URL(target)];
  if (from.pathname !== to.pathname) return 'Check PACT_BROKER_BASE_URL.';
  const wanted = (to.origin + new URL(baseUrl).pathname).replace(/\/+$/, '');
  const isLinkElsewhere = baseUrl === wanted;
  return (
    (isLinkElsewhere ? '' : `Set PACT_BROKER_BASE_URL to ${wanted}. `) +
    `${isLinkElsewhere ? 'The' : 'If the'} broker’s own links lead to ${from.origin}` +
    `${isLinkElsewhere ? ': start' : ', start'} the broker with the base URL ${wanted}, or let its proxy send X-Forwarded-Proto.`
  );
}

/** @param reason why the connection failed: a code of Node or OpenSSL, or a text */
function adviceFor(reason: string): string {
  if (/CERT|LEAF_SIGNATURE/.test(reason)) {
    return 'Its certificate is not trusted: name the PEM file of the certificate that signed it in SSL_CERT_FILE or --ssl-certificate.';
  }
  if (reason === 'EPROTO') return 'It does not use https: PACT_BROKER_BASE_URL must start with http://.';
  return 'Start it, or set PACT_BROKER_BASE_URL to its address.';
}
