import { isObject, valueAt, type JsonTree } from '../../pacts/index.ts';
import { bodyKey, bodyOf, type Body } from './body.ts';

/**
 * The document of an interaction with its bodies as people read them: what was written as base64 of a text is that text,
 * and a text of several lines is a list of them, so that lines can be compared.
 */
export function readableDocument(document: JsonTree): JsonTree {
  if (!isObject(document)) return document;
  const isV4 = valueAt(document, 'type') !== undefined;
  const { request, response } = document;
  const each = (part: JsonTree) => readablePart(part, isV4);
  return {
    ...(readablePart(document, isV4) as typeof document),
    ...(request === undefined ? {} : { request: each(request) }),
    ...(response === undefined
      ? {}
      : { response: Array.isArray(response) ? response.map(each) : each(response) }),
  };
}

function readablePart(part: JsonTree, isV4: boolean): JsonTree {
  const body = bodyOf(part, isV4);
  if (!isObject(part) || body === undefined || typeof body.content !== 'string') return part;
  const key = bodyKey(part);
  const written = part[key] ?? null;
  // What is no text stays as it is.
  if (body.form === 'bytes') return part;
  if (!isObject(written)) return { ...part, [key]: linesOf(body) };
  const shown = { ...written, content: linesOf(body) };
  return { ...part, [key]: body.form === 'decoded' ? { ...shown, encoded: 'base64, decoded here' } : shown };
}

function linesOf({ content }: Body): JsonTree {
  const lines = typeof content === 'string' ? content.split(/\r?\n/) : [];
  return lines.length > 1 ? lines : content;
}
