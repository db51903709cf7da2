import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'lossless-json';
import type { Receiver } from '../brokers/receiver.ts';
import type { Json, Observation } from '../compare/observation.ts';
import { canonicalNetwork } from '../compare/canonical-network.ts';
import { readBadge } from './badge.ts';
import { fill, type Kept } from './kept.ts';
import type { Step } from './step.ts';

/** What a broker answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Headers that are part of the API. */
const comparedHeaders = [
  'content-type',
  'location',
  'allow',
  'access-control-allow-methods',
  'x-pact-consumer-version',
  'cache-control',
  'vary',
  'www-authenticate',
  'x-pact-broker-version',
];

/** How long a step may ask again, in milliseconds: the official broker sends webhooks 5 s after they were triggered. */
const patience = 20_000;

/** How long a step waits for what webhooks deliver: a step before it has seen that they were triggered. */
const patienceForDeliveries = 10_000;

/** Sends a step's request, again and again where the step says until when. */
export async function send(broker: string, step: Step, kept: Kept): Promise<Answer> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await sendOnce(broker, step, kept);
    // A broker without the route will never have the answer.
    if ((step.until ?? /^/).test(answer.text) || answer.status === 404 || Date.now() > deadline)
      return answer;
    await wait(250);
  }
}

async function sendOnce(broker: string, step: Step, kept: Kept): Promise<Answer> {
  const path = fill(step.path, kept);
  const body =
    step.body === undefined
      ? undefined
      : typeof step.body === 'string'
        ? step.body
        : JSON.stringify(step.body);
  const type = step.type ?? (step.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json');
  const response = await fetch(path.startsWith('http') ? path : broker + path, {
    method: step.method,
    redirect: 'manual',
    headers: {
      accept: step.accept ?? 'application/hal+json',
      ...(body === undefined && step.type === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body: fill(body, kept) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** An answer as it is compared. */
export function observe(answer: Answer, compares?: Step['compares']): Observation {
  if (compares === 'badge') return { badge: readBadge(answer) };
  const { status, headers, text } = answer;
  const shown = comparedHeaders.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[`header ${name}`, inOrder(name, value)] as const];
  });
  return {
    status: String(status),
    ...Object.fromEntries(shown),
    ...(compares === undefined ? { body: bodyOf(text, headers.get('content-type') ?? '') } : {}),
  };
}

/** Lists of methods have no order. */
const inOrder = (header: string, value: string): string =>
  /^(allow|access-control-allow-methods)$/.test(header) ? value.split(/, */).sort().join(', ') : value;

/** What webhooks delivered, once so many requests came (or none came for too long). */
export async function observeDeliveries(
  receiver: Receiver,
  path: string,
  count: number,
): Promise<Observation> {
  const deadline = Date.now() + patienceForDeliveries;
  while (receiver.deliveriesTo(path).length < count && Date.now() < deadline) await wait(250);
  return {
    deliveries: receiver.deliveriesTo(path).map(({ method, path, headers, body }) => ({
      method,
      path,
      headers,
      body: bodyOf(body, 'application/json'),
    })),
  };
}

function bodyOf(text: string, contentType: string): Json {
  if (contentType.startsWith('text/csv')) return canonicalNetwork(text);
  if (!/json/.test(contentType) || text === '') return text;
  try {
    return parse(text, undefined, (number) => ({ number })) as Json;
  } catch {
    return text;
  }
}
