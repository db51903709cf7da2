import type { Request, RequestHandler } from 'express';
import {
  BrokerError,
  callOf,
  hasUntriedSuffix,
  mediaTypes,
  parseRackQuery,
  RouteTable,
  send,
  wantsPage,
  type Call,
  type RackHash,
  type Reply,
  type Routing,
  type Urls,
} from '../http/index.ts';
import { errorPage, messagesOf } from './errors/error-page.ts';

/** A request for a page. */
export interface PageCall extends Call {
  /** For links and forms: paths without a host. `urls` are for what somebody copies elsewhere. */
  readonly links: Urls;
  /** What a form sent; empty otherwise. */
  readonly form: RackHash;
}

/** HTML, or another reply. Errors of the broker that it throws become pages. */
type Answer = (call: PageCall) => string | Reply;

/** A page of the site. It answers browsers; programs that ask for the same path get the API's resource. */
export interface PageRoute {
  /** As for `resource`. */
  readonly path: string;
  readonly get?: (call: PageCall) => ReturnType<Answer> | Promise<ReturnType<Answer>>;
  /** What a form does, in one transaction; usually it answers with `seeOther`. */
  readonly post?: Answer;
  /** The same where something outside of the broker is waited for: without a transaction. */
  readonly postAndWait?: (call: PageCall) => Promise<string | Reply>;
}

/** Sends the browser on to a page once a form is done, so that reloading does not send it again. */
export const seeOther = (location: string): Reply => ({ status: 303, headers: { Location: location } });

const formType = 'application/x-www-form-urlencoded';

/**
 * Answers browsers with a page, and leaves all other requests to the API. This is the only place that
 * distinguishes them.
 */
export function pageRouter(routing: Routing, pages: readonly PageRoute[]): RequestHandler {
  const table = new RouteTable();
  for (const page of pages) {
    table.all(page.path, async (request, response, next) => {
      const answer = answerOf(routing, page, request);
      if (!answer) {
        next();
        return;
      }
      const call = pageCall(routing, request);
      const reply = await replyOf(answer, call);
      if (reply.status === 404 && hasUntriedSuffix(request, response)) next();
      else send(response, reply, mediaTypes.html);
    });
  }
  return (request, response, next) => {
    if (wantsPage(request)) return table.handle(request, response, next);
    next();
  };
}

/** What a page does with a request; undefined where it is not for the page. */
function answerOf(
  { database }: Routing,
  { get, post, postAndWait }: PageRoute,
  request: Request,
): PageRoute['get'] | PageRoute['postAndWait'] {
  if (request.method === 'GET') return get && ((call) => database.read(() => get(call)));
  if (request.method !== 'POST' || request.is(formType) === false || !(post || postAndWait)) return undefined;
  return postAndWait ?? (post && ((call) => database.write(() => post(call))));
}

async function replyOf(
  answer: (call: PageCall) => string | Reply | Promise<string | Reply>,
  call: PageCall,
): Promise<Reply> {
  try {
    const reply = await answer(call);
    return typeof reply === 'string' ? { status: 200, body: reply } : reply;
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error;
    const { status, body } = error.reply({ baseUrl: call.urls.base, asProblem: false });
    return errorReply(call.links, status, messagesOf(body));
  }
}

/** A reply that is a page about what went wrong. */
export function errorReply(links: Urls, status: number, messages: readonly string[]): Reply {
  return { status, body: errorPage(links, { status, messages }), contentType: mediaTypes.html };
}

function pageCall(routing: Routing, request: Request): PageCall {
  const urls = routing.urlsOf(request);
  const call = callOf(request, mediaTypes.html, urls, routing);
  const form = request.method === 'POST' ? parseRackQuery(call.bytes.toString('utf8')) : {};
  return Object.assign(call, { links: urls.paths, form });
}
