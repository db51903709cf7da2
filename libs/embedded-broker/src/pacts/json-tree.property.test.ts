import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify } from 'lossless-json';
import { pactContent, sortedContent } from './content.ts';
import {
  isObject,
  parseTree,
  sortedKeys,
  sortedText,
  treeText,
  valueAt,
  type JsonObject,
  type JsonTree,
} from './json-tree.ts';
import { readJson } from './read-json.ts';

/** Keys that objects treat in their own way, beside others. */
const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom(
    '_id',
    '__proto__',
    'a',
    '0',
    '7',
    '10',
    '007',
    '4294967294',
    '4294967295',
    '-1',
    '1.5',
    'toJSON',
  ),
);
const numberText = fc.constantFrom(
  '0',
  '-0',
  '1',
  '1.0',
  '10',
  '12345678901234567890',
  '1e5',
  '1E+05',
  '-2.50e-3',
);
const space = fc.constantFrom('', ' ', '\n\t', '\r ');

/** The text of a document, with white space, numbers of all spellings, and keys that occur twice. */
const { json } = fc.letrec<{ json: string; object: string; list: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    numberText,
    fc.constantFrom('true', 'false', 'null'),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => JSON.stringify(text)),
    fc.constantFrom('"\\u00e9\\/\\b"', '"\\ud83d\\ude00"', '"\\ud83d"'),
    tie('list'),
    tie('object'),
  ),
  list: fc
    .array(fc.tuple(space, tie('json')), { maxLength: 4 })
    .map((items) => `[${items.map((item) => item.join('')).join(' ,')} ]`),
  object: fc
    .array(fc.tuple(key, space, tie('json')), { maxLength: 5 })
    .map(
      (entries) =>
        `{ ${entries.map(([name, gap, value]) => `${JSON.stringify(name)}${gap}:${value}${gap}`).join(',')}}`,
    ),
}));

/** A document with lists of interactions or messages, or something else by that name. */
const document = fc
  .array(
    fc.tuple(
      fc.constantFrom('interactions', 'messages', 'metadata', 'consumer', 'createdAt', '_links', '1'),
      fc.oneof(
        json,
        fc.array(json, { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
        json.map((version) => `{"pactSpecification":{"version":${version}}}`),
      ),
    ),
    { maxLength: 5 },
  )
  .map((entries) => `{${entries.map(([name, value]) => `"${name}":${value}`).join(',')}}`);

const lossless = (text: string) =>
  parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue }) as JsonTree;
const outcome = <T>(work: () => T) => {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
};

describe('A JSON tree', () => {
  it('is read as lossless-json reads it, and has the same text', () => {
    fc.assert(
      fc.property(json, (text) => {
        const tree = readJson(text) as JsonTree;
        expect(tree).toStrictEqual(lossless(text));
        expect(treeText(tree)).toBe(stringify(lossless(text)));
        expect(sortedText(tree)).toBe(stringify(sortedKeys(tree)));
      }),
      {
        numRuns: 1000,
        examples: [['{"a":1,"b":2,"a":{}}'], ['{"b":1,"4294967295":1,"4294967294":1,"07":1,"7":1,"10":1}']],
      },
    );
  });

  it('is refused as lossless-json refuses it', () => {
    const broken = fc
      .tuple(json, fc.nat(), fc.constantFrom('', '"', ',', '}', ']', '\\', '0', '-', '\u0001', 'e'))
      .map(
        ([text, at, put]) =>
          text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(broken, (text) => {
        expect(outcome(() => parseTree(text))).toStrictEqual(outcome(() => lossless(text)));
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused where it is too deep', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(treeText(parseTree(nested(50)))).toBe(nested(50));
    expect(() => parseTree(nested(51))).toThrow('nesting of 51 is too deep');
  });
});

describe('The content of a document', () => {
  it('is what its definition says, step by step', () => {
    fc.assert(
      fc.property(document, (text) => {
        const tree = parseTree(text);
        expect(pactContent(tree)).toEqual(definition(tree));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The sha and the text by trees: each step makes the next one, and only the last is printed. */
function definition(tree: JsonTree): { sha: string; text: string } {
  const sorted = sortedContent(tree);
  const { interactions, messages } = (isObject(sorted) ? sorted : {}) as Record<string, JsonTree | undefined>;
  const version =
    valueAt(sorted, 'metadata', 'pactSpecification', 'version') ??
    valueAt(sorted, 'metadata', 'pact-specification', 'version') ??
    valueAt(sorted, 'metadata', 'pactSpecificationVersion');
  const relevant =
    Array.isArray(interactions) || Array.isArray(messages)
      ? {
          ...(Array.isArray(interactions) ? { interactions } : {}),
          ...(Array.isArray(messages) ? { messages } : {}),
          ...(version === undefined || version === null ? {} : { pact_specification_version: version }),
        }
      : sorted;
  const withId = (interaction: JsonTree): JsonTree => {
    if (!isObject(interaction)) return interaction;
    const { _id, ...rest } = interaction;
    return { _id: sha1(stringify(sortedKeys(rest))), ...rest };
  };
  const stored: JsonObject = {};
  for (const [name, value] of Object.entries(tree as JsonObject)) {
    if (['_links', 'createdAt'].includes(name)) continue;
    const isList = ['interactions', 'messages'].includes(name) && Array.isArray(value);
    stored[name] = isList ? value.map(withId) : value;
  }
  return { sha: sha1(stringify(relevant)), text: treeText(stored) };
}

function sha1(text: string | undefined): string {
  return createHash('sha1')
    .update(text ?? '')
    .digest('hex');
}
