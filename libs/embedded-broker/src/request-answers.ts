import express, { type RequestHandler } from 'express';
import inject from 'light-my-request';
import { answers, failures } from './answers.ts';
import type { BrokerSettings } from './config/index.ts';
import { openAgain, type FileIdentity } from './database/index.ts';
import { inTurn, requestedUrls } from './http/index.ts';
import type { Logger } from './logger.ts';
import type { LongAnswer, LongRequest, ThreadData, ThreadResult } from './threads/index.ts';

/** Headers that belong to a connection, or that the broker gives each answer itself. */
const ofTheConnection = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

type Log = (level: keyof Logger, record: object, message: string) => void;

/**
 * Answers requests on a thread, over a connection of its own, by the same routes as the broker. What has to do with a
 * client's connection (who may ask, headers of all answers, the log of requests) the broker has seen to before.
 */
export function requestAnswers(
  { db, file, settings }: NonNullable<ThreadData['broker']>,
  log: Log,
): (request: LongRequest) => Promise<ThreadResult<LongAnswer>> {
  const database = openAgain(db, file as FileIdentity);
  const urlsOf = requestedUrls((settings as BrokerSettings).baseUrls);
  let now = '';
  let asked: object = {};
  const routing = {
    database,
    settings: settings as BrokerSettings,
    urlsOf,
    clock: () => new Date(now),
  };
  const logger: Logger = {
    info: (record, message) => log('info', record, message),
    error: (record, message) => log('error', record, message),
  };
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', false);
  // As the broker has it, which let exactly this request in: what inject makes of a URL may be another one.
  const asTaken: RequestHandler = (request, _response, next) => {
    Object.assign(request, asked);
    next();
  };
  app.use(inTurn(asTaken, answers(routing, { pagesAtOnce: false })), failures(routing, logger));

  return async ({ method, url, headers, body: { buffer, byteOffset, length }, now: taken }) => {
    now = taken;
    const before = database.written;
    asked = { url, originalUrl: url, headers, body: Buffer.from(buffer, byteOffset, length) };
    const answer = await inject(app, { method: method as 'GET', url: '/' });
    const { statusCode, rawPayload } = answer;
    const own = Object.entries(answer.headers).filter(([name]) => !ofTheConnection.has(name));
    const result: LongAnswer = {
      status: statusCode,
      headers: Object.fromEntries(own) as LongAnswer['headers'],
      body: rawPayload,
      hasWritten: database.written > before && statusCode < 400,
    };
    return { result, transfer: owned(rawPayload) };
  };
}

/** The memory of a buffer, where nothing else is in it. */
function owned({ buffer, byteLength }: Buffer): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
