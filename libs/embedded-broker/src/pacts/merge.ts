import { withoutId } from './content.ts';
import { isObject, sortedKeys, treeText, type JsonObject, type JsonTree } from './json-tree.ts';

/**
 * Adds the interactions of one document to another. An interaction of the same description and provider states takes
 * the place of the old one; where its request differs, the two contradict each other.
 * Source: docs/official-broker/publishing.md#merge.
 * @returns the merged document, or undefined when they contradict each other or hold no interactions to merge
 */
export function mergePacts(existing: JsonTree, added: JsonTree): JsonTree | undefined {
  // With the ids the same interactions would be another content after each merge.
  const before = interactionsOf(existing)?.map(withoutId);
  const after = interactionsOf(added);
  if (!before || !after || !isObject(existing)) return undefined;
  const merged = [...before];
  for (const interaction of after) {
    const key = identity(interaction);
    const index = merged.findIndex((other) => identity(other) === key);
    if (index < 0) merged.push(interaction);
    else if (requestText(merged[index] as JsonObject) !== requestText(interaction)) return undefined;
    else merged[index] = interaction;
  }
  return { ...existing, interactions: merged };
}

function interactionsOf(document: JsonTree): JsonObject[] | undefined {
  const interactions = isObject(document) ? document['interactions'] : undefined;
  return Array.isArray(interactions) ? interactions.filter(isObject) : undefined;
}

function identity(interaction: JsonObject): string {
  const states =
    interaction['provider_state'] ?? interaction['providerState'] ?? interaction['providerStates'] ?? null;
  return treeText([interaction['description'] ?? null, sortedKeys(states)]);
}

function requestText(interaction: JsonObject): string {
  const request = interaction['request'];
  if (!isObject(request)) return 'null';
  const { method, path, query, body, headers } = request;
  return treeText(sortedKeys([method ?? null, path ?? null, query ?? null, body ?? null, headers ?? null]));
}
