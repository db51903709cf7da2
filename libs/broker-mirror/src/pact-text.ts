import { parseTree, type Node } from 'jsonc-parser';

/**
 * What a broker adds to a pact that it serves: to the document, and to each interaction or message.
 * Source: docs/official-broker/pacts.md#a-pact.
 */
const addedToPact = ['createdAt', '_links'];
const addedToInteraction = ['_id'];
const listsOfInteractions = ['interactions', 'messages'];

type Span = readonly [start: number, end: number];

/**
 * A pact's content as it was published, without what the broker added. All else stays as it is spelled, numbers and
 * the order of keys included, as a broker tells contents apart by them.
 * @param text the body of a pact's resource
 * @returns undefined when the content is no JSON object, which can't be published all in one
 */
export function publishedContent(text: string): string | undefined {
  const pact = parseTree(text);
  if (pact?.type !== 'object') return undefined;
  const interactions = (pact.children ?? [])
    .filter((property) => listsOfInteractions.includes(nameOf(property)))
    .flatMap((property) => property.children?.[1]?.children ?? []);
  const spans = [
    ...spansOf(pact, addedToPact),
    ...interactions.flatMap((interaction) => spansOf(interaction, addedToInteraction)),
  ];
  return without(text, spans);
}

/** Where the named properties stand, each with the comma that joins it to its neighbour. */
function spansOf(node: Node, names: readonly string[]): Span[] {
  if (node.type !== 'object') return [];
  const properties = node.children ?? [];
  const firstKept = properties.findIndex((property) => !names.includes(nameOf(property)));
  return properties.flatMap((property, i): Span[] => {
    if (!names.includes(nameOf(property))) return [];
    const previous = properties[i - 1];
    const isAfterKept = firstKept !== -1 && firstKept < i;
    if (isAfterKept && previous) return [[endOf(previous), endOf(property)]];
    return [[property.offset, properties[i + 1]?.offset ?? endOf(property)]];
  });
}

function without(text: string, spans: readonly Span[]): string {
  let kept = '';
  let position = 0;
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    kept += text.slice(position, start);
    position = end;
  }
  return kept + text.slice(position);
}

const nameOf = (property: Node): string => String(property.children?.[0]?.value);
const endOf = (node: Node): number => node.offset + node.length;
