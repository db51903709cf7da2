import { request as overHttp, Agent, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as overHttps, Agent as SecureAgent } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { urlToHttpOptions } from 'node:url';
import { isLocal } from '../local-hosts.ts';
import type { RequestFilter } from './request-filter.ts';

type ExpressRequest = Parameters<RequestFilter>[0];
type ExpressResponse = Parameters<RequestFilter>[1];

/** A request that the provider gave no answer to, or only a part of one. */
export interface Unanswered {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly reason: string;
}

const perConnection = ['connection', 'keep-alive', 'transfer-encoding'];

/**
 * Sends a request of the verifier on to the provider, and its answer back. Pact's own proxy would end the whole process
 * when the provider breaks a connection off; here the interaction fails, since the verifier's connection breaks off too.
 * @param timeoutMs how long the whole answer may take
 * @returns undefined, or what went wrong
 */
export async function forward(
  request: ExpressRequest,
  response: ExpressResponse,
  { providerBaseUrl, timeoutMs }: { readonly providerBaseUrl: string; readonly timeoutMs: number },
): Promise<Unanswered | undefined> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await ask(request, providerBaseUrl, signal);
    response.removeHeader('X-Powered-By');
    for (const [name, value] of Object.entries(withoutConnection(answer.headers))) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.statusCode = answer.statusCode ?? 502;
    response.statusMessage = answer.statusMessage ?? '';
    await pipeline(answer, response, { signal });
    return undefined;
  } catch (error) {
    request.socket.destroy();
    const { code, message } = error as NodeJS.ErrnoException;
    const cause = [message, code].filter(Boolean).join(', ');
    const broken = response.headersSent ? `its answer broke off (${cause})` : cause;
    const reason = signal.aborted ? `no answer within ${timeoutMs} ms` : broken;
    return { method: request.method, path: request.url, reason };
  }
}

function ask(request: ExpressRequest, baseUrl: string, signal: AbortSignal): Promise<IncomingMessage> {
  const provider = new URL(baseUrl);
  const local = isLocal(baseUrl);
  const body = bodyOf(request);
  const { 'content-length': announced, ...headers } = withoutConnection(request.headers);
  const secure = provider.protocol === 'https:';
  // No proxy can reach what is local to this machine.
  const agentOptions = local ? {} : { proxyEnv: process.env };
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? overHttps : overHttp)(
      {
        ...urlToHttpOptions(provider),
        agent: secure ? new SecureAgent(agentOptions) : new Agent(agentOptions),
        method: request.method,
        path: provider.pathname.replace(/\/$/, '') + request.url,
        headers: {
          ...headers,
          ...(body.length > 0 || announced !== undefined ? { 'content-length': body.length } : {}),
          // A host that serves several names must be asked for its own.
          ...(local ? {} : { host: provider.host }),
        },
        signal,
      },
      resolve,
    );
    outgoing.on('error', reject).end(body);
  });
}

function withoutConnection(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !perConnection.includes(name)));
}

/** The body as Pact's proxy left it: parsed where it is JSON or a form, for filters to look at or change. */
function bodyOf(request: ExpressRequest): Buffer {
  const body: unknown = request.body;
  if (Buffer.isBuffer(body)) return body;
  if (typeof body === 'string') return Buffer.from(body);
  if (typeof body !== 'object' || body === null) return Buffer.alloc(0);
  const isForm = request.is('application/x-www-form-urlencoded');
  return Buffer.from(isForm ? String(new URLSearchParams(formFields(body))) : JSON.stringify(body));
}

function formFields(value: object, key?: string): [string, string][] {
  return Object.entries(value).flatMap(([name, field]: [string, unknown]) => {
    const path = key === undefined ? name : Array.isArray(value) ? key : `${key}[${name}]`;
    return typeof field === 'object' && field !== null ? formFields(field, path) : [[path, String(field)]];
  });
}
