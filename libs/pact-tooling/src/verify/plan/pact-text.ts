import { parseTree, type Node } from 'jsonc-parser';

/** A pact's list of interactions; specification 3 has a separate one for messages. */
export type InteractionList = 'interactions' | 'messages';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a pact with only some of its interactions. The spelling of the rest does not change.
 * @param text the JSON text of a pact
 * @param list the list to keep. The other one is removed, as even an empty list determines the kind of pact for the
 * native verifier
 * @param stays whether to keep the interaction at a place of that list
 */
export function partOfPact(text: string, list: InteractionList, stays: (place: number) => boolean): string {
  const other = list === 'messages' ? 'interactions' : 'messages';
  const edits = (parseTree(text)?.children ?? []).flatMap((property): Edit[] => {
    const [name, value] = property.children ?? [];
    if (name?.value === other) return [removal(text, property)];
    return name?.value === list && value ? [reduction(text, value, stays)] : [];
  });
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text);
}

function reduction(text: string, list: Node, stays: (place: number) => boolean): Edit {
  const kept = (list.children ?? []).filter((_, place) => stays(place));
  const spelled = kept.map(({ offset, length }) => text.slice(offset, offset + length));
  return { start: list.offset, end: list.offset + list.length, text: `[${spelled.join(',')}]` };
}

/** Removes a property with the comma after it, or before it if it is the last. */
function removal(text: string, { offset, length }: Node): Edit {
  const end = offset + length;
  const behind = /^\s*,/.exec(text.slice(end))?.[0].length;
  if (behind !== undefined) return { start: offset, end: end + behind, text: '' };
  const before = /,\s*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  return { start: offset - before, end, text: '' };
}
