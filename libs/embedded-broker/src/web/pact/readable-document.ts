import { isObject, treeText, type JsonTree } from '../../pacts/index.ts';
import { bodyKey, bodyOf, isVersion4, type Body } from './body.ts';

/**
 * The document of an interaction with its bodies as people read them: what was written as base64 of a text is that text,
 * a text of several lines is a list of them, and a multipart body one of its parts, so that lines can be compared. Rules stand once.
 */
export function readableDocument(document: JsonTree): JsonTree {
  if (!isObject(document)) return document;
  const isV4 = isVersion4(document);
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
  if (!isObject(part)) return part;
  const { matchingRules } = part;
  const ruled = matchingRules === undefined ? part : { ...part, matchingRules: rulesOnce(matchingRules) };
  return withReadableBody(ruled, isV4);
}

/** Pact JS writes the rules of a list once for each of its examples. */
function rulesOnce(rules: JsonTree): JsonTree {
  if (!isObject(rules)) return rules;
  return Object.fromEntries(
    Object.entries(rules).map(([key, value]) => [
      key,
      key === 'matchers' && Array.isArray(value) ? unique(value) : rulesOnce(value),
    ]),
  );
}

function unique(trees: readonly JsonTree[]): JsonTree[] {
  return [...new Map(trees.map((tree) => [treeText(tree), tree])).values()];
}

function withReadableBody(part: Readonly<Record<string, JsonTree>>, isV4: boolean): JsonTree {
  const body = bodyOf(part, isV4);
  if (body === undefined) return part;
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
