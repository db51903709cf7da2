import { hash } from 'node:crypto';
import {
  isIndex,
  isObject,
  sortedKeys,
  sortedText,
  treeText,
  valueAt,
  type JsonObject,
  type JsonTree,
} from './json-tree.ts';

/** A pact's content as the broker keeps it. */
export interface PactContent {
  /** Identifies the content: pacts that ask the same of a provider have the same sha. */
  readonly sha: string;
  /** What is stored and served: the document with an `_id` in each interaction. */
  readonly text: string;
}

/** Keys of the document that the broker writes itself. */
const ownKeys = ['_links', 'createdAt', '__proto__'];

/** The content of a published document. */
export function pactContent(document: JsonTree): PactContent {
  // Most of a document is its interactions, and both the sha and the ids need the sorted text of each.
  const known = new Map<JsonTree, string>();
  const sorted = (interaction: JsonTree) => {
    const text = known.get(interaction) ?? sortedText(interaction);
    known.set(interaction, text);
    return text;
  };
  return { sha: contentSha(document, sorted), text: textWithIds(document, sorted) };
}

/**
 * SHA-1 of what affects verification: interactions, messages and the specification's version, with keys and
 * interactions sorted. Names and other metadata are left out; a document without either list counts whole.
 * Source: docs/official-broker/content.md#sha.
 */
export function contentSha(
  document: JsonTree,
  sorted: (interaction: JsonTree) => string = sortedText,
): string {
  const interactions = valueAt(document, 'interactions');
  const messages = valueAt(document, 'messages');
  const list = interactionList(document);
  if (list === undefined) return sha1((interactions || messages ? sortedText : treeText)(document));
  const texts = (items: JsonTree[], isSorted: boolean) => {
    const all = items.map(sorted);
    return `[${(isSorted ? all.sort() : all).join(',')}]`;
  };
  const parts: string[] = [];
  if (Array.isArray(interactions)) parts.push(`"interactions":${texts(interactions, true)}`);
  if (Array.isArray(messages)) parts.push(`"messages":${texts(messages, list === 'messages')}`);
  const specification =
    valueAt(document, 'metadata', 'pactSpecification', 'version') ??
    valueAt(document, 'metadata', 'pact-specification', 'version') ??
    valueAt(document, 'metadata', 'pactSpecificationVersion');
  if (specification !== undefined && specification !== null)
    parts.push(`"pact_specification_version":${sortedText(specification)}`);
  return sha1(`{${parts.join(',')}}`);
}

/** The document with its keys sorted, and its interactions by their text: their order means nothing. */
export function sortedContent(document: JsonTree): JsonTree {
  if (!valueAt(document, 'interactions') && !valueAt(document, 'messages')) return document;
  const sorted = sortedKeys(document) as JsonObject;
  const list = interactionList(sorted);
  if (list === undefined) return sorted;
  const byText = (sorted[list] as JsonTree[]).map((item) => ({ item, text: treeText(item) }));
  byText.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return { ...sorted, [list]: byText.map(({ item }) => item) };
}

/** The document's text, with an `_id` in each interaction. */
function textWithIds(document: JsonTree, sorted: (interaction: JsonTree) => string): string {
  if (!isObject(document)) return treeText(document);
  const parts: string[] = [];
  for (const [key, value] of Object.entries(document)) {
    if (ownKeys.includes(key)) continue;
    const isList = (key === 'interactions' || key === 'messages') && Array.isArray(value);
    const text = isList ? `[${value.map((item) => textWithId(item, sorted)).join(',')}]` : treeText(value);
    parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
}

function textWithId(interaction: JsonTree, sorted: (interaction: JsonTree) => string): string {
  if (!isObject(interaction)) return treeText(interaction);
  const [first = ''] = Object.keys(interaction);
  if (Object.hasOwn(interaction, '_id') || isIndex(first)) {
    const { _id, ...rest } = interaction;
    return treeText({ _id: sha1(sortedText(rest)), ...rest });
  }
  const text = treeText(interaction);
  return `{"_id":"${sha1(sorted(interaction))}"${text === '{}' ? '' : ','}${text.slice(1)}`;
}

/** A stored document as it was published: without the ids that the broker gave to its interactions. */
export function withoutIds(document: JsonTree): JsonTree {
  return isObject(document) ? eachInteraction(document, withoutId) : document;
}

/** An interaction without the id that the broker gave it. */
export function withoutId({ _id, ...interaction }: JsonObject): JsonObject {
  return interaction;
}

function eachInteraction(document: JsonObject, change: (interaction: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => {
      const isList = (key === 'interactions' || key === 'messages') && Array.isArray(value);
      return [key, isList ? value.map((item) => (isObject(item) ? change(item) : item)) : value];
    }),
  );
}

/** The key of the list whose order does not matter: `interactions`, or `messages` where there are none. */
function interactionList(document: JsonTree): 'interactions' | 'messages' | undefined {
  if (Array.isArray(valueAt(document, 'interactions'))) return 'interactions';
  if (Array.isArray(valueAt(document, 'messages'))) return 'messages';
  return undefined;
}

function sha1(text: string): string {
  return hash('sha1', text);
}
