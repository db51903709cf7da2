import type { PactInteraction } from '../../pact/index.ts';
import { contentAndMetadata } from './message-providers.ts';

/** A message in the form that the native verifier reads from an HTTP answer. */
export interface EncodedMessage {
  readonly contentType: string;
  readonly body: Buffer;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * Encodes a message. Its content type comes from its metadata. Without one it is JSON for values, and the contract's
 * for texts and bytes.
 * @param given the return value of the message provider
 * @throws Error if it is undefined, or can't be written as JSON
 */
export function encodeMessage(
  given: unknown,
  { contentType: contracted }: Pick<PactInteraction, 'contentType'>,
): EncodedMessage {
  const { content, metadata } = contentAndMetadata(given);
  if (content === undefined) throw new Error('its function returned nothing');
  const isValue = typeof content !== 'string' && !(content instanceof Uint8Array);
  const contentType =
    contentTypeIn(metadata) ??
    (isValue ? 'application/json' : (contracted ?? (typeof content === 'string' ? 'text/plain' : octets)));
  return { contentType, body: bytesOf(content, contentType), metadata };
}

const octets = 'application/octet-stream';

function contentTypeIn(metadata: Readonly<Record<string, unknown>>): string | undefined {
  const name = Object.keys(metadata).find((key) => /^content-?type$/i.test(key));
  return name === undefined ? undefined : String(metadata[name]);
}

function bytesOf(content: unknown, contentType: string): Buffer {
  if (content instanceof Uint8Array) return Buffer.from(content);
  if (typeof content === 'string' && !/[/+]json\b/i.test(contentType)) return Buffer.from(content);
  const text = JSON.stringify(content) as string | undefined;
  if (text === undefined)
    throw new Error(`its function returned a ${typeof content}, which is not a message`);
  return Buffer.from(text);
}
