/** The most descriptions to name. */
const most = 3;

/** The descriptions in a sentence: `"a"`, `"a" and "b"`, `"a", "b", "c" and 4 others`; each once. */
export function quoted(descriptions: readonly string[]): string {
  const each = [...new Set(descriptions)].map((description) => JSON.stringify(description));
  const others = each.length - most;
  const named = others > 0 ? [...each.slice(0, most), `${others} other${others > 1 ? 's' : ''}`] : each;
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named.join('');
}
