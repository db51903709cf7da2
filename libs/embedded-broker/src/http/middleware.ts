import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { apiVersion } from '../api-version.ts';
import type { Logger } from '../logger.ts';
import { StorageError } from '../storage-error.ts';
import { NotFoundError } from './errors.ts';
import { hal, problem } from './media-types.ts';
import { sendErrorPage, wantsPage, type ErrorPage } from './pages.ts';

/** What this broker calls itself; `pact-tooling` goes by it, since other brokers speak the same API and judge otherwise. */
export const serverName = 'pact-embedded-broker';

/** Headers that every answer has. */
export const commonHeaders: RequestHandler = (_request, response, next) => {
  // Express would look at each of them before it calls the same.
  response.setHeader('Server', serverName);
  response.setHeader('X-Pact-Broker-Version', apiVersion);
  response.setHeader('Vary', 'Accept');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  next();
};

/** Has HEAD answered like GET; Node leaves the body out. */
export const answerHeadAsGet: RequestHandler = (request, _response, next) => {
  if (request.method === 'HEAD') request.method = 'GET';
  next();
};

/** Refuses paths that can't name anything. Source: docs/official-broker/http.md#paths. */
export const checkPath: RequestHandler = (request, response, next) => {
  const refuse = (status: number, title: string, slug: string, detail: string) =>
    response
      .status(status)
      .type(problem)
      .end(JSON.stringify({ title, type: `/problem/${slug}`, detail, status }));
  const parameter = 'invalid-request-parameter-value';
  if (request.path.includes('//')) refuse(404, 'Not Found', 'not-found', 'Empty path component found');
  else if (/%0a/i.test(request.path)) {
    refuse(422, 'Unprocessable', parameter, 'URL path cannot contain a new line character.');
  } else if (/%09/.test(request.path))
    refuse(422, 'Unprocessable', parameter, 'URL path cannot contain a tab character.');
  else next();
};

/** The answer for a path that no route has. */
export const notFound =
  (page: ErrorPage): RequestHandler =>
  (request, response) => {
    if (wantsPage(request)) {
      sendErrorPage(response, page, { status: 404 });
      return;
    }
    const asProblem = (request.get('accept') ?? '').includes(problem);
    const { status, body, contentType } = new NotFoundError().reply({ baseUrl: '', asProblem });
    response.status(status).set('Content-Type', `${contentType};charset=utf-8`).end(JSON.stringify(body));
  };

/**
 * The answer to what went wrong outside a route's own rules: 4xx for what the request is to blame for (a body
 * that is too large, a path that can't be decoded), else 500 with a reference that stands in the log too; 503 or 507,
 * and a sentence, where the database can't do its work.
 */
export const failure =
  (logger: Logger, page: ErrorPage): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    if (response.headersSent) return;
    const status = Number((error as { status?: unknown } | null)?.status);
    response.set('Content-Type', `${hal};charset=utf-8`);
    if (status >= 400 && status < 500) {
      const { message } = error as Error;
      if (wantsPage(request)) sendErrorPage(response, page, { status, messages: [message] });
      else response.status(status).end(JSON.stringify({ error: message }));
      return;
    }
    const reference = randomBytes(5).toString('hex');
    logger.error({ method: request.method, path: request.path, reference, err: error }, 'request failed');
    const storage = error instanceof StorageError ? error.answer : undefined;
    const { status: answered, text } = storage ?? { status: 500, text: 'An error has occurred.' };
    if (storage?.retryAfter) response.set('Retry-After', String(storage.retryAfter));
    if (wantsPage(request)) {
      sendErrorPage(response, page, { status: answered, reference, messages: storage ? [text] : [] });
      return;
    }
    const message = `${text} The details have been logged with the reference ${reference}`;
    if ((request.get('accept') ?? '').includes(problem)) {
      const body = {
        title: 'Server error',
        type: '/problems/server-error',
        detail: message,
        status: answered,
      };
      response.set('Content-Type', `${problem};charset=utf-8`).status(answered).end(JSON.stringify(body));
      return;
    }
    response.status(answered).end(JSON.stringify({ error: { message, reference } }));
  };
