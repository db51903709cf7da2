const step = /\.([^.[\]]+)|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/gy;

/**
 * Reads the path of a matching rule in an XML body, such as `$.root['ns:child']['@id']`.
 * @returns its steps, which may be `*`; undefined for another kind of path, such as one with an index
 * @see https://github.com/pact-foundation/pact-specification/tree/version-3#matcher-path-expressions
 */
export function stepsOf(path: string): string[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const rest = path.slice(1);
  const found = [...rest.matchAll(step)];
  const isWhole = found.reduce((length, [text]) => length + text.length, 0) === rest.length;
  return isWhole ? found.map(([, name, single, double]) => name ?? single ?? double ?? '') : undefined;
}

/** Whether the path is that of a place, or of something around it: a rule also applies to everything inside. */
export function isAround(path: readonly string[], there: readonly string[]): boolean {
  return path.length <= there.length && path.every((name, i) => name === '*' || name === there[i]);
}

/** Whether the path is exactly that of a place. */
export function names(path: readonly string[], there: readonly string[]): boolean {
  return path.length === there.length && isAround(path, there);
}
