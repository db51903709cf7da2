const stringOrComment =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[^]*?\*\/|(?<![:\\])\/\/[^\n]*/g;

/** A source with spaces in place of its comments, so that positions stay. */
export function withoutComments(source: string): string {
  return source.replace(stringOrComment, (all, text: string | undefined) =>
    text === undefined ? all.replace(/[^\n]/g, ' ') : all,
  );
}

/** The parts of a text between separators that are in no brackets and no string. */
export function splitOutside(text: string, separator: ',' | '+'): string[] {
  const parts: string[] = [];
  let start = 0;
  walkOutside(text, 0, (character, index) => {
    if (character === separator) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
    return false;
  });
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** The text from behind an opening bracket to the one that closes it, or to the end. */
export function insideBrackets(text: string, from: number): string {
  return text.slice(
    from,
    walkOutside(text, from, (character) => /[)\]}]/.test(character)),
  );
}

/** Visits the characters that are in no further brackets and no string; ends where told. */
function walkOutside(
  text: string,
  from: number,
  endsAt: (character: string, index: number) => boolean,
): number {
  let depth = 0;
  for (let index = from; index < text.length; index++) {
    const character = text.charAt(index);
    if (/["'`]/.test(character)) index = endOfString(text, index);
    else if (depth === 0 && endsAt(character, index)) return index;
    else if (/[([{]/.test(character)) depth++;
    else if (/[)\]}]/.test(character)) depth--;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  let index = start + 1;
  while (index < text.length && text.charAt(index) !== quote) index += text.charAt(index) === '\\' ? 2 : 1;
  return index;
}
