import type { Request, Response } from 'express';
import type { BrokerSettings } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import { readingHere, type Elsewhere, type ReadingSize } from './elsewhere.ts';
import { BrokerError, FixedReplyError, type ErrorContext } from './errors.ts';
import { parseJsonBody } from './json-body.ts';
import { hal, html, problem } from './media-types.ts';
import { pageHeaders } from './pages.ts';
import { hasUntriedSuffix } from './path-suffix.ts';
import { parseRackQuery, type RackHash } from './rack-query.ts';
import type { Reply } from './reply.ts';
import type { Routes } from './route-table.ts';
import type { Urls } from './urls.ts';

/** A request as a route sees it. */
export interface Call {
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: RackHash;
  /** The body's bytes; empty when none was sent. */
  readonly bytes: Buffer;
  /** The body as JSON; an empty body is `undefined`. Throws the official error when it can't be parsed. */
  readonly json: unknown;
  /** The media type agreed on for the answer. */
  readonly accepted: string;
  /** The URL that was asked for, absolute. */
  readonly url: string;
  readonly urls: Urls;
  /** When the request was taken: ISO 8601, UTC. All rows a request writes carry this time. */
  readonly now: string;
  /** Has the request answered elsewhere where it reads much; to be said before it does. */
  readonly reads: (size: () => ReadingSize) => void;
}

export interface Method {
  /** Media types a body may have; a method without them reads no body. */
  readonly consumes?: readonly string[];
  /** Whether the route reads the bytes itself; otherwise a body that is no JSON is refused before it is asked. */
  readonly readsBytes?: boolean;
  /** Whether it only reads, and needs a body for its question: it gets no transaction, and waits for nobody who writes. */
  readonly isQuestion?: boolean;
  readonly handle: (call: Call) => Reply;
}

/**
 * A method that waits for something outside the broker. No transaction is open while it does: what it reads or
 * writes, it reads or writes before and after, each in a transaction of its own.
 */
export interface WaitingMethod {
  readonly wait: (call: Call) => Promise<Reply>;
}

export interface Resource {
  /** Media types of the answers, the default first; HAL alone when absent. */
  readonly produces?: readonly string[];
  readonly get?: Method['handle'] | WaitingMethod;
  readonly put?: Method;
  readonly post?: Method | WaitingMethod;
  readonly patch?: Method;
  readonly delete?: Method['handle'];
}

export interface Routing {
  readonly router: Routes;
  readonly database: Database;
  readonly urlsOf: (request: Request) => Urls;
  readonly clock: () => Date;
  readonly settings: BrokerSettings;
  /** Answers what takes long, where that need not be here. */
  readonly elsewhere?: Elsewhere | undefined;
}

/**
 * Mounts one resource: every rule that all resources share (methods, media types, bodies, errors,
 * one transaction per request that writes, which waits for another process without holding up others) is applied here
 * and nowhere else.
 * @param path words and `:names`; each name is matched on the raw path and decoded by itself, so it may hold `%2F`
 */
export function resource(routing: Routing, path: string, definition: Resource): void {
  const produces = definition.produces ?? [hal];
  const methods = methodsOf(definition);
  const allow = [...methods.keys(), 'OPTIONS'].join(', ');
  const negotiate = negotiation(produces);
  routing.router.all(path, (request, response, next) => {
    if (request.method === 'OPTIONS') {
      response.status(200).set('Access-Control-Allow-Methods', allow).end();
      return;
    }
    const method = methods.get(request.method);
    if (!method) {
      response.status(405).set('Allow', allow).end();
      return;
    }
    const urls = routing.urlsOf(request);
    const accept = request.headers.accept ?? '';
    const accepted = negotiate(request, accept);
    const context = { baseUrl: urls.base, asProblem: accept.includes(problem) };
    const call = callOf(request, accepted ?? '', urls, routing);
    const answer = (reply: Reply) => {
      if ((reply.status === 404 || reply.status === 406) && hasUntriedSuffix(request, response))
        next('router');
      else send(response, reply, accepted);
    };
    if (accepted === undefined) return answer({ status: 406 });
    if ('wait' in method) return replyLater(method.wait(call), context).then(answer);
    const handle = () => method.handle(call);
    const reads = request.method === 'GET' || method.isQuestion;
    const reply = replyOf(() => {
      if (method.consumes) call.reads(() => ({ bytes: call.bytes.length }));
      checkBody(request, call, method);
      return reads ? routing.database.read(handle) : undefined;
    }, context);
    if (reply) return answer(reply);
    return replyLater(routing.database.write(handle), context).then(answer);
  });
}

/** How many values of Accept are remembered with what they come to, and how long they may be: clients send few. */
const remembered = { values: 50, length: 200 };

/**
 * Finds the media type of the answer, undefined when the client takes none of those there are. Who deletes asks for no
 * document, and so can't be refused one.
 */
function negotiation(produces: readonly string[]): (request: Request, accept: string) => string | undefined {
  const known = new Map<string, string | false>();
  return (request, accept) => {
    let type = known.get(accept);
    if (type === undefined) {
      type = request.accepts([...produces]);
      if (known.size < remembered.values && accept.length <= remembered.length) known.set(accept, type);
    }
    return type || (request.method === 'DELETE' ? produces[0] : undefined);
  };
}

function replyOf<T>(answer: () => T, context: ErrorContext): T | Reply {
  try {
    return answer();
  } catch (error) {
    return errorReply(error, context);
  }
}

/** The answer that an error stands for; any other error is thrown on. */
function errorReply(error: unknown, context: ErrorContext): Reply {
  if (!(error instanceof BrokerError)) throw error;
  return error.reply(context);
}

function replyLater(waiting: Promise<Reply>, context: ErrorContext): Promise<Reply> {
  return waiting.catch((error: unknown) => errorReply(error, context));
}

/** Sends a reply as the media type agreed on. */
export function send(response: Response, reply: Reply, accepted: string | undefined): void {
  response.status(reply.status);
  if (reply.headers) response.set(reply.headers);
  if (reply.status === 204 || accepted === undefined) {
    response.end();
    return;
  }
  const type = reply.contentType ?? (reply.status >= 400 ? hal : accepted);
  response.setHeader('Content-Type', `${type};charset=utf-8`);
  if (type === html) response.set(pageHeaders);
  response.end(typeof reply.body === 'object' ? JSON.stringify(reply.body) : (reply.body ?? ''));
}

const nothing = Buffer.alloc(0);

/** What a route is given of a request. */
export function callOf(
  request: Request,
  accepted: string,
  urls: Urls,
  { clock, elsewhere }: Pick<Routing, 'clock' | 'elsewhere'>,
): Call {
  const bytes: Buffer = Buffer.isBuffer(request.body) ? request.body : nothing;
  const question = request.url.indexOf('?');
  const query = question < 0 ? '' : request.url.slice(question + 1);
  let parsed: { readonly value: unknown } | undefined;
  return {
    params: request.params as Record<string, string>,
    query: parseRackQuery(query),
    bytes,
    get json() {
      parsed ??= { value: bytes.length === 0 ? undefined : parseJsonBody(bytes) };
      return parsed.value;
    },
    accepted,
    url: `${urls.base}${request.url}`,
    urls,
    now: clock().toISOString(),
    reads: readingHere(elsewhere),
  };
}

/** Refuses a body of a type that is not read, or that is no JSON where that is due. */
function checkBody(request: Request, call: Call, method: Method): void {
  if (!method.consumes) return;
  const type = (request.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!method.consumes.includes(type)) throw new FixedReplyError({ status: 415 });
  if (!method.readsBytes) void call.json;
}

function methodsOf(definition: Resource): Map<string, Method | WaitingMethod> {
  const methods = new Map<string, Method | WaitingMethod>();
  if (definition.get)
    methods.set('GET', typeof definition.get === 'function' ? { handle: definition.get } : definition.get);
  if (definition.put) methods.set('PUT', definition.put);
  if (definition.post) methods.set('POST', definition.post);
  if (definition.patch) methods.set('PATCH', definition.patch);
  if (definition.delete) methods.set('DELETE', { handle: definition.delete });
  return methods;
}
