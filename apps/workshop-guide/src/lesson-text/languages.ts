/** The language of `README.md`; other languages are in `README.<language>.md`. */
export const mainLanguage = 'en';

/**
 * Chooses the language to show.
 * @param requested by name; takes precedence when the lesson has it
 * @param accepted the browser's preference among the available languages
 */
export function chooseLanguage(
  available: readonly string[],
  { requested, accepted }: { readonly requested?: string | undefined; readonly accepted?: string | false },
): string {
  if (requested !== undefined && available.includes(requested)) return requested;
  return accepted && available.includes(accepted) ? accepted : mainLanguage;
}
