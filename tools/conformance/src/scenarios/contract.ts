import type { RowId } from '../api/index.ts';
import { post, type Body, type Step } from '../http/step.ts';

/** A pact with one interaction, whose answer's body is the given content. */
export function pactOf(
  consumer: string,
  provider: string,
  content: Body = 'hello',
  state = 'a user exists',
): Body {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [
      {
        description: 'a request for a user',
        providerStates: [{ name: state, params: { id: '1' } }],
        request: { method: 'GET', path: '/users/1' },
        response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: content },
      },
    ],
    metadata: { pactSpecification: { version: '3.0.0' } },
  };
}

/** A contract as the publish request holds it. */
export function contract(consumer: string, provider: string, content?: Body): Readonly<Record<string, Body>> {
  return contractOf(consumer, provider, JSON.stringify(pactOf(consumer, provider, content)));
}

/** The same around a text, which need not be a pact. */
export function contractOf(consumer: string, provider: string, text: string): Readonly<Record<string, Body>> {
  return {
    consumerName: consumer,
    providerName: provider,
    contentType: 'application/json',
    specification: 'pact',
    content: Buffer.from(text).toString('base64'),
  };
}

/** What a consumer publishes. */
export interface Publication {
  readonly version: string;
  readonly branch?: string;
  readonly tags?: readonly string[];
  readonly buildUrl?: string;
  readonly content?: Body;
}

/** The body of a publish request for one pact. */
export function publication(
  consumer: string,
  provider: string,
  { version, content, ...rest }: Publication,
): Body {
  return {
    pacticipantName: consumer,
    pacticipantVersionNumber: version,
    ...rest,
    contracts: [contract(consumer, provider, content)],
  };
}

/** A step that publishes a pact on the way to what a subject is about; its answer is compared like any other. */
export function publish(
  row: RowId,
  name: string,
  consumer: string,
  provider: string,
  what: Publication,
): Step {
  return post(row, name, '/contracts/publish', publication(consumer, provider, what));
}
