const step = /\.([^.[\]]+)|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/gy;

/**
 * Reads the path of a matching rule in an XML body, such as `$.root['ns:child']['@id']`.
 * @returns its steps, `*` among them; undefined where it is another kind of path, such as one with an index
 * @see https://github.com/pact-foundation/pact-specification/tree/version-3#matcher-path-expressions
 */
export function stepsOf(path: string): string[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const rest = path.slice(1);
  const found = [...rest.matchAll(step)];
  const isWhole = found.reduce((length, [text]) => length + text.length, 0) === rest.length;
  return isWhole ? found.map(([, name, single, double]) => name ?? single ?? double ?? '') : undefined;
}

/** Whether the path names what is there, or something around it: rules hold for what is inside, too. */
export function isAround(path: readonly string[], there: readonly string[]): boolean {
  return path.length <= there.length && path.every((name, i) => name === '*' || name === there[i]);
}

/** Whether the path names exactly what is there. */
export function names(path: readonly string[], there: readonly string[]): boolean {
  return path.length === there.length && isAround(path, there);
}
