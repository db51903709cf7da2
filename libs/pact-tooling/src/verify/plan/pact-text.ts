import { parseTree, type Node } from 'jsonc-parser';

/** What a pact calls a list of its interactions: messages have one of their own in specification 3. */
export type InteractionList = 'interactions' | 'messages';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A pact with only some of its interactions, as a text: everything that stays is spelled as it was.
 * @param text a pact, JSON
 * @param list which of the two lists stays; the other goes, since even an empty one tells the native verifier what
 * kind of pact this is
 * @param stays tells of each interaction of that list, by its place in it, whether it stays
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

/** Takes a property away with the comma behind it, or before it where it is the last. */
function removal(text: string, { offset, length }: Node): Edit {
  const end = offset + length;
  const behind = /^\s*,/.exec(text.slice(end))?.[0].length;
  if (behind !== undefined) return { start: offset, end: end + behind, text: '' };
  const before = /,\s*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  return { start: offset - before, end, text: '' };
}
