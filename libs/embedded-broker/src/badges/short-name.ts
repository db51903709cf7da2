/**
 * A name as a badge shows it: in lower case, or, where initials are asked for and there are several words, as those:
 * `my-app`, `My App` and `MyApp` are `ma`.
 * Source: docs/official-broker/badges.md#labels.
 */
export function shortName(name: string, { initials }: { readonly initials: boolean }): string {
  const words = initials ? wordsOf(name) : [];
  return (words.length > 1 ? words.map((word) => word.charAt(0)).join('') : name).toLowerCase();
}

function wordsOf(name: string): string[] {
  const words = name.split(/[\s_-]/);
  if (words.length > 1) return words;
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .split('_');
}
