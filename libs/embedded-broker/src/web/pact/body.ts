import { isObject, parseTree, valueAt, type JsonTree } from '../../pacts/index.ts';
import { textOfBytes } from './encoded-text.ts';
import { multipartOf, type BodyPart } from './multipart.ts';
import { pairsOf, text } from './plain-values.ts';

/** What a request, a response or a message carries. */
export interface Body {
  readonly type: string | undefined;
  /** JSON, or a text as a string. */
  readonly content: JsonTree;
  /** How the document has it: as it is, as base64 of a text, which is decoded here, or as base64 of other bytes. */
  readonly form: 'plain' | 'decoded' | 'bytes';
  /** Those of a multipart body, which are shown instead of its content. */
  readonly parts: readonly BodyPart[];
}

/**
 * The body of a part as people read it; undefined where the contract says nothing of it.
 * @param part a request, a response or a message
 * @param isV4 whether its interaction is of version 4 of the specification, where a body is an object about the content
 */
export function bodyOf(part: JsonTree, isV4: boolean): Body | undefined {
  const body = valueAt(part, bodyKey(part));
  if (body === undefined) return undefined;
  const type = typeIn(part);
  const content = valueAt(body, 'content');
  const encoded = valueAt(body, 'encoded');
  if (content === undefined || !(isV4 || encoded !== undefined)) {
    return { type, content: body, form: 'plain', parts: partsOf(type, body) };
  }
  const own = text(valueAt(body, 'contentType'));
  // Pact JS knows the type of no text.
  const known = own === undefined || own === '*/*' ? (type ?? own) : own;
  const parts = partsOf(type ?? own, content, encoded);
  return { type: known, ...decoded(content, encoded), parts };
}

/** Whether an interaction is of version 4 of the specification, where each names its type. */
export function isVersion4(interaction: JsonTree): boolean {
  return valueAt(interaction, 'type') !== undefined;
}

function partsOf(type: string | undefined, content: JsonTree, encoded: JsonTree = false): BodyPart[] {
  if (type === undefined || typeof content !== 'string') return [];
  return multipartOf(type, Buffer.from(content, encoded === false ? 'utf8' : 'base64'));
}

/** Messages have contents. */
export function bodyKey(part: JsonTree): 'body' | 'contents' {
  return valueAt(part, 'body') === undefined ? 'contents' : 'body';
}

function decoded(content: JsonTree, encoded: JsonTree = false): Pick<Body, 'content' | 'form'> {
  if (encoded === false || typeof content !== 'string') return { content, form: 'plain' };
  if (text(encoded)?.toLowerCase() === 'json') return { content: jsonIn(content), form: 'plain' };
  const readable = textOfBytes(Buffer.from(content, 'base64'));
  return readable === undefined ? { content, form: 'bytes' } : { content: readable, form: 'decoded' };
}

function jsonIn(content: string): JsonTree {
  try {
    return parseTree(content);
  } catch {
    return content;
  }
}

/** The type in the headers of a part, or in the metadata of a message. */
function typeIn(part: JsonTree): string | undefined {
  const metadata = valueAt(part, 'metadata') ?? valueAt(part, 'metaData');
  const inHeaders = pairsOf(valueAt(part, 'headers')).find(([name]) => name.toLowerCase() === 'content-type');
  return inHeaders?.[1] ?? (isObject(metadata) ? text(metadata['contentType']) : undefined);
}
