import { json, plainText, problem } from './media-types.ts';
import type { Reply } from './reply.ts';

/** Messages by the name of the field they are about; `""` for the request as a whole. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** What an error body depends on besides the error: the broker's base URL, and whether problem+json was asked for. */
export interface ErrorContext {
  readonly baseUrl: string;
  readonly asProblem: boolean;
}

/**
 * An answer that ends a request early. Each kind below has the official broker's status and body.
 * Source: docs/official-broker/http.md#error-bodies.
 */
export abstract class BrokerError extends Error {
  abstract reply(context: ErrorContext): Reply;
}

/** 400 with messages per field. */
export class ValidationError extends BrokerError {
  readonly errors: FieldErrors;
  readonly status: number;
  constructor(errors: FieldErrors, status = 400) {
    super('Validation errors');
    this.errors = errors;
    this.status = status;
  }
  reply({ baseUrl, asProblem }: ErrorContext): Reply {
    if (!asProblem) return { status: this.status, body: { errors: this.errors } };
    const errors = Object.entries(this.errors).flatMap(([field, messages]) =>
      messages.map((message) => problemOf(baseUrl, field, message)),
    );
    return validationProblem(this.status, baseUrl, errors);
  }
}

/** 400 with a plain list of messages, as the matrix answers. */
export class MessagesError extends BrokerError {
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    super(messages.join('; '));
    this.messages = messages;
  }
  reply({ baseUrl, asProblem }: ErrorContext): Reply {
    if (!asProblem) return { status: 400, body: { errors: this.messages } };
    const errors = this.messages.map((message) => problemOf(baseUrl, '', message));
    return validationProblem(400, baseUrl, errors);
  }
}

/** One message under `error`: not found by name, a conflict, a body that can't be parsed. */
export class MessageError extends BrokerError {
  readonly status: number;
  private readonly slug: string;
  private readonly title: string;
  constructor(status: number, message: string, kind: { slug: string; title: string }) {
    super(message);
    this.status = status;
    this.slug = kind.slug;
    this.title = kind.title;
  }
  reply({ baseUrl, asProblem }: ErrorContext): Reply {
    if (!asProblem) return { status: this.status, body: { error: this.message } };
    return problemReply(this.status, {
      title: this.title,
      type: `${baseUrl}/problem/${this.slug}`,
      detail: this.message,
      status: this.slug === 'server-error' ? 500 : this.status,
    });
  }
}

/** 404 for anything that isn't there and has no text of its own. */
export class NotFoundError extends BrokerError {
  reply({ asProblem }: ErrorContext): Reply {
    const detail = 'The requested document was not found on this server.';
    if (!asProblem) return { status: 404, body: { error: detail }, contentType: json };
    return problemReply(404, {
      title: '404 Not Found',
      type: '/problem/not-found',
      detail,
      status: 404,
    });
  }
}

/** An error whose answer is fixed: empty bodies and plain texts. */
export class FixedReplyError extends BrokerError {
  private readonly fixed: Reply;
  constructor(reply: Reply) {
    super(`status ${reply.status}`);
    this.fixed = reply;
  }
  reply(): Reply {
    return this.fixed;
  }
}

export const notFoundByName = (role: 'pacticipant' | 'consumer' | 'provider', name: string): MessageError =>
  new MessageError(404, `No ${role} with name '${name}' found`, { slug: 'not-found', title: 'Not found' });

export const conflict = (message: string): MessageError =>
  new MessageError(409, message, { slug: 'server-error', title: 'Server error' });

export const plainTextConflict = (message: string): FixedReplyError =>
  new FixedReplyError({ status: 409, body: message, contentType: plainText });

export const unparsableBody = (message: string): MessageError =>
  new MessageError(400, message, { slug: 'server-error', title: 'Server error' });

/** As the official broker, it says 400 inside whatever the status is. */
function validationProblem(status: number, baseUrl: string, errors: readonly object[]): Reply {
  const type = `${baseUrl}/problems/validation-error`;
  return problemReply(status, { title: 'Validation errors', type, status: 400, instance: '/', errors });
}

/** One message as problem+json has it: an index stands in the pointer instead of the text. */
function problemOf(baseUrl: string, field: string, message: string): object {
  const [, detail = message, index] = /^(.*) \(at index (\d+)\)$/s.exec(message) ?? [];
  const kind = detail.endsWith('is missing') ? 'missing-body-property' : 'invalid-body-property-value';
  const path = [...(field === '' ? [] : field.split('.')), ...(index === undefined ? [] : [index])];
  return {
    type: `${baseUrl}/problems/${kind}`,
    title: 'Invalid body parameter',
    detail,
    pointer: field === '' ? undefined : `/${path.join('/')}`,
  };
}

function problemReply(status: number, body: object): Reply {
  return { status, body, contentType: problem };
}
