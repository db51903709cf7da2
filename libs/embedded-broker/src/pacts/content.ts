import { createHash } from 'node:crypto';
import { isObject, sortedKeys, treeText, valueAt, type JsonObject, type JsonTree } from './json-tree.ts';

/** A pact's content as the broker keeps it. */
export interface PactContent {
  /** Identifies the content: pacts that ask the same of a provider have the same sha. */
  readonly sha: string;
  /** What is stored and served: the document with an `_id` in each interaction. */
  readonly text: string;
}

/** Keys of the document that the broker writes itself. */
const ownKeys = ['_links', 'createdAt'];

/** The content of a published document. */
export function pactContent(document: JsonTree): PactContent {
  return { sha: contentSha(document), text: treeText(withIds(document)) };
}

/**
 * SHA-1 of what affects verification: interactions, messages and the specification's version, with keys and
 * interactions sorted. Names and other metadata are left out; a document without either list counts whole.
 * Source: docs/official-broker/content.md#sha.
 */
export function contentSha(document: JsonTree): string {
  return sha1(treeText(relevantContent(sortedContent(document))));
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

function relevantContent(document: JsonTree): JsonTree {
  const interactions = valueAt(document, 'interactions');
  const messages = valueAt(document, 'messages');
  if (!Array.isArray(interactions) && !Array.isArray(messages)) return document;
  const specification =
    valueAt(document, 'metadata', 'pactSpecification', 'version') ??
    valueAt(document, 'metadata', 'pact-specification', 'version') ??
    valueAt(document, 'metadata', 'pactSpecificationVersion');
  return {
    ...(Array.isArray(interactions) ? { interactions } : {}),
    ...(Array.isArray(messages) ? { messages } : {}),
    ...(specification === undefined || specification === null
      ? {}
      : { pact_specification_version: specification }),
  };
}

function withIds(document: JsonTree): JsonTree {
  if (!isObject(document)) return document;
  const kept = Object.entries(document).filter(([key]) => !ownKeys.includes(key));
  return eachInteraction(Object.fromEntries(kept), withId);
}

function withId(interaction: JsonObject): JsonObject {
  const rest = withoutId(interaction);
  return { _id: sha1(treeText(sortedKeys(rest))), ...rest };
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
  return createHash('sha1').update(text).digest('hex');
}
