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
 * The published content of a pact, without the fields that the broker added. The rest of the text does not change,
 * numbers and the order of keys included, as they make a difference between two contents.
 * @param text the body of a pact's resource
 * @returns undefined if the content is not a JSON object, which `contracts/publish` does not accept
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

/** The positions of the named properties, each with the comma between it and its neighbour. */
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
