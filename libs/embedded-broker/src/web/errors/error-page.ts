import type { Urls } from '../../http/index.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';

/** What went wrong with a request. */
export interface Failure {
  readonly status: number;
  readonly messages?: readonly string[];
  /** Under which the log has the details. */
  readonly reference?: string;
}

const titles: Readonly<Record<number, string>> = {
  400: 'The broker does not understand this request',
  401: 'Who are you?',
  403: 'Not allowed',
  404: 'There is nothing here',
  409: 'This conflicts with what is stored',
  421: 'Not this name',
  503: "The broker can't answer this now",
  507: 'The broker has no space left',
};

/** A page that says what went wrong and what can be done. */
export function errorPage(links: Urls, failure: Failure): string {
  const { status, messages = [] } = failure;
  const title = titles[status] ?? (status >= 500 ? 'Something went wrong' : 'That did not work');
  return page(
    { title, links },
    html`<div class="message bad" role="alert">
        ${messages.map((message) => html`<p>${message}</p>`)} ${advice(links, failure)}
      </div>
      <p class="quiet">Status ${status}</p>`,
  );
}

function advice(links: Urls, { status, reference }: Failure): Content {
  if (status === 401)
    return html`<p>
      This broker asks for a user name and a password. <a href=${links.to('/')}>Try again</a>; whoever runs
      the broker knows the credentials (<code>PACT_BROKER_BASIC_AUTH_USERNAME</code>,
      <code>PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME</code>).
    </p>`;
  if (status >= 500)
    return html`<p>
      ${status === 500 ? "This is the broker's fault. " : ''}Its log says more under the reference
      <code>${reference}</code>. Nothing was stored.
    </p>`;
  if (status === 404)
    return html`<p>
      What was here may have been deleted, or the name may be spelled differently. The
      <a href=${links.to('/')}>overview</a> lists everything that has a contract.
    </p>`;
  return html`<p>Back to the <a href=${links.to('/')}>overview</a></p>`;
}

/** The sentences in an error body of the API. */
export function messagesOf(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  if (Array.isArray(body)) return body.flatMap(messagesOf);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([field, value]) =>
    messagesOf(value).map((text) =>
      ['error', 'errors', 'message', ''].includes(field) ? text : `${field} ${text}`,
    ),
  );
}
