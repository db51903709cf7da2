/** Punctuation around a word that belongs to the sentence. */
const around = /^["'“”„«»(]+|["'“”„«».,;:!?]+$/g;

/** What a hint names of the code, as far as it can be told from words: calls, paths, properties, camelCase. */
export function codeWordsOf(hint: string): string[] {
  return hint
    .split(/\s+/)
    .map((word) => word.replaceAll(around, ''))
    .filter((word) => /[a-z][A-Z]|[\w)\]][./_=]\w|\w\(|[{}$\\]|^\/\w/.test(word));
}

/** The lines behind the first: in a hint, they are code. */
export function codeLinesOf(hint: string): string[] {
  return hint.split('\n').slice(1);
}
