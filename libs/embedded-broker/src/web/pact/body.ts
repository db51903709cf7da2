import { isObject, parseTree, valueAt, type JsonTree } from '../../pacts/index.ts';
import { textOfBase64 } from './encoded-text.ts';
import { pairsOf, text } from './plain-values.ts';

/** What a request, a response or a message carries. */
export interface Body {
  readonly type: string | undefined;
  /** JSON, or a text as a string. */
  readonly content: JsonTree;
  /** How the document has it: as it is, as base64 of a text, which is decoded here, or as base64 of other bytes. */
  readonly form: 'plain' | 'decoded' | 'bytes';
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
  if (content === undefined || !(isV4 || encoded !== undefined))
    return { type, content: body, form: 'plain' };
  const own = text(valueAt(body, 'contentType'));
  // Pact JS knows the type of no text.
  return { type: own === undefined || own === '*/*' ? (type ?? own) : own, ...decoded(content, encoded) };
}

/** Messages have contents. */
export function bodyKey(part: JsonTree): 'body' | 'contents' {
  return valueAt(part, 'body') === undefined ? 'contents' : 'body';
}

function decoded(content: JsonTree, encoded: JsonTree = false): Pick<Body, 'content' | 'form'> {
  if (encoded === false || typeof content !== 'string') return { content, form: 'plain' };
  if (text(encoded)?.toLowerCase() === 'json') return { content: jsonIn(content), form: 'plain' };
  const readable = textOfBase64(content);
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
