/**
 * Whether a diff of two contracts shows only different multipart boundaries. Pact generates new boundaries for each
 * run, and writes them into the content type and, with or without base64 encoding, into the body.
 * @param diff a unified diff of JSON text, as in the broker's answer to a conflict
 */
export function onlyBoundariesDiffer(diff: string): boolean {
  const [before, after] = [sideOf(diff, '-'), sideOf(diff, '+')];
  return before.boundaries.length > 0 && before.text === after.text;
}

/** The lines of a diff with this sign, without boundaries and final commas, which brokers write inconsistently. */
function sideOf(diff: string, sign: string) {
  const lines = diff.split('\n').filter((line) => line.startsWith(sign));
  const boundaries = boundariesIn(lines.join('\n'));
  return {
    boundaries,
    text: lines.map((line) => withoutBoundaries(line.slice(1), boundaries).replace(/,$/, '')).join('\n'),
  };
}

/** Longer ones come first, as one may start with another. */
function boundariesIn(text: string): string[] {
  const found = [...text.matchAll(/"[^"]*multipart\/[^"]*?boundary=(?:\\"(.+?)\\"|([^\s";,\\]+))/gi)];
  return found.map(([, inQuotes, bare]) => inQuotes ?? bare ?? '').sort((a, b) => b.length - a.length);
}

function withoutBoundaries(line: string, boundaries: readonly string[]): string {
  return line.replace(/"(?:[^"\\]|\\.)*"/g, (literal) => {
    const text = literal.slice(1, -1);
    const decoded = isBase64(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
    const isMultipart = boundaries.some((boundary) => decoded.includes(`--${boundary}`));
    const found = boundaries.reduce(
      (rest, boundary) => rest.replaceAll(boundary, '(boundary)'),
      isMultipart ? decoded : text,
    );
    return `"${found}"`;
  });
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}
