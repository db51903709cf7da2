/** What stands in a place for a value: inside of an element, as a whole attribute, within a quoted one, or a set of attributes. */
export type Hole =
  | { readonly kind: 'content' }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'quoted' }
  | { readonly kind: 'spread' };

/** A template, taken apart: the texts between the values, and what each value stands for. There is one text more. */
export interface Template {
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];
}

const blocks =
  'html|head|body|main|header|nav|section|div|h[1-6]|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|form|select|option|details|summary|pre|meta|link|title|script';
/** Line breaks in front of or behind a tag that begins a line of its own: no browser shows them. */
const besideBlock = new RegExp(
  `\\s*\\n\\s*(?=</?(?:${blocks})[\\s>])|(?<=</?(?:${blocks})(?:\\s[^<>]*)?>)\\s*\\n\\s*`,
  'g',
);

/**
 * Takes a template of markup apart. Literal text is ours and stays as it is, except that a line break with its
 * indentation counts as a space, as in HTML, and none at all at the ends and beside a block.
 */
export function template(strings: readonly string[]): Template {
  const last = strings.length - 1;
  const texts: string[] = [];
  const holes: Hole[] = [];
  let state: State = { inTag: false, quote: undefined };
  for (const [index, literal] of strings.entries()) {
    const start = index === 0 ? literal.replace(/^\s*\n\s*/, '') : literal;
    const trimmed = index === last ? start.replace(/\s*\n\s*$/, '') : start;
    const text = trimmed.replace(besideBlock, '').replace(/\s*\n\s*/g, ' ');
    state = after(text, state);
    if (index === last) texts.push(text);
    else {
      const { before, hole } = holeBehind(text, state);
      texts.push(before);
      holes.push(hole);
    }
  }
  return { texts, holes };
}

/** Where in the markup a text ends: inside of a tag, and there inside of a quoted attribute. */
interface State {
  readonly inTag: boolean;
  readonly quote: string | undefined;
}

function after(text: string, { inTag, quote }: State): State {
  for (const character of text) {
    if (quote !== undefined) quote = character === quote ? undefined : quote;
    else if (inTag && (character === '"' || character === "'")) quote = character;
    else if (character === '<') inTag = true;
    else if (character === '>') inTag = false;
  }
  return { inTag, quote };
}

/** What a value behind a text stands for; the beginning of an attribute is taken off the text, since it may be left out. */
function holeBehind(text: string, { inTag, quote }: State): { before: string; hole: Hole } {
  if (!inTag) return { before: text, hole: { kind: 'content' } };
  if (quote === '"') return { before: text, hole: { kind: 'quoted' } };
  if (quote) throw new Error(`A value can't stand behind "${text}": it needs double quotes around it.`);
  const spread = /\s*\.\.\.$/.exec(text);
  if (spread) return { before: text.slice(0, spread.index), hole: { kind: 'spread' } };
  const attribute = /\s*([\w:.-]+)=$/.exec(text);
  if (!attribute) throw new Error(`A value can't stand behind "${text}": a tag takes attributes only.`);
  return {
    before: text.slice(0, attribute.index),
    hole: { kind: 'attribute', name: attribute[1] ?? '' },
  };
}
