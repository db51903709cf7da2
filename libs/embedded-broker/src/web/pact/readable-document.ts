import { isObject, valueAt, type JsonTree } from '../../pacts/index.ts';
import { bodyKey, bodyOf, type Body } from './body.ts';

/**
 * The document of an interaction with its bodies as people read them: what was written as base64 of a text is that text,
 * and a text of several lines is a list of them, and a multipart body one of its parts, so that lines can be compared.
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
  if (!isObject(part) || body === undefined) return part;
  const content = readableContent(body);
  if (content === undefined) return part;
  const key = bodyKey(part);
  const written = part[key] ?? null;
  if (!isObject(written)) return { ...part, [key]: content };
  const isDecoded = body.form !== 'plain';
  return {
    ...part,
    [key]: { ...written, content, ...(isDecoded ? { encoded: 'base64, decoded here' } : {}) },
  };
}

/** Undefined for what stays as it is written. */
function readableContent({ content, form, parts }: Body): JsonTree | undefined {
  if (parts.length > 0) {
    return parts.map((part) => ({ headers: [...part.headers], content: linesOf(part.content) }));
  }
  return typeof content === 'string' && form !== 'bytes' ? linesOf(content) : undefined;
}

function linesOf(text: string): JsonTree {
  const lines = text.split(/\r?\n/);
  return lines.length > 1 ? lines : text;
}
