import { createHash } from 'node:crypto';
import type { Lesson } from '../lesson.ts';
import { withoutOutput } from './shared-output.ts';
import { englishWords } from './words-of.ts';

const followed = /^<!-- follows: (?<revision>[0-9a-f]{12}) -->\n+/;

/**
 * The revision of the English words of a lesson: of its text, without the output of commands, and of its manifest. It
 * changes when a translation has to be looked at.
 */
export function revisionOf(english: string, manifest: Lesson): string {
  return createHash('sha256')
    .update(JSON.stringify([withoutOutput(english), englishWords(manifest)]))
    .digest('hex')
    .slice(0, 12);
}

/** The English revision that a translated text names in its first line. */
export function followedRevision(translated: string): string | undefined {
  return followed.exec(translated)?.groups?.['revision'];
}

/** The translated text with another revision in its first line. */
export function following(translated: string, revision: string): string {
  return `<!-- follows: ${revision} -->\n\n${translated.replace(followed, '')}`;
}
