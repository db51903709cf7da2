import { stringify } from 'yaml';
import type { Lesson } from '../lesson.ts';
import { withoutOutput } from './shared-output.ts';
import { englishWords } from './words-of.ts';

/**
 * The two files that a translation begins with, in English still. The text does not name the revision that it follows: that
 * says that it is translated.
 */
export function skeleton(
  english: string,
  manifest: Lesson,
): { readonly text: string; readonly words: string } {
  const { prepare, says, ...rest } = englishWords(manifest);
  const words = {
    ...rest,
    ...(prepare === undefined ? {} : { prepare }),
    ...(Object.keys(says).length === 0 ? {} : { says }),
  };
  return {
    text: withoutOutput(english),
    words: stringify(words, { lineWidth: 0, singleQuote: true, blockQuote: 'literal' }),
  };
}
