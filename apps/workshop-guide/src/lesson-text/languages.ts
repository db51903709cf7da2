/** The language of every lesson's `README.md`; others are in `README.<language>.md`. */
export const mainLanguage = 'en';

/**
 * The language to show.
 * @param wanted asked for by name; wins if the lesson has it
 * @param accepted what the browser makes of the languages on offer
 */
export function chooseLanguage(
  available: readonly string[],
  { wanted, accepted }: { readonly wanted?: string | undefined; readonly accepted?: string | false },
): string {
  if (wanted !== undefined && available.includes(wanted)) return wanted;
  return accepted && available.includes(accepted) ? accepted : mainLanguage;
}
