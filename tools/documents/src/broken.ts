import { posix } from 'node:path';
import { referencesIn, type Reference } from './references.ts';
import { sectionsOf } from './sections.ts';

/** The files of the repository, by their path from its top. */
export interface Repository {
  /** Whether there is such a file or folder. */
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
}

/**
 * What a file names that is not there, as `file:line: target`. A path begins in the file's own folder or, where it is no
 * link, at the top of the repository.
 */
export function brokenReferences(path: string, { has, read }: Repository): string[] {
  const isThere = ({ target, isLink }: Reference): boolean => {
    const [file = '', anchor] = target.split('#');
    const beside = file === '' ? path : posix.join(posix.dirname(path), file);
    return [beside, ...(isLink ? [] : [posix.normalize(file)])].some(
      (candidate) => has(candidate) && (anchor === undefined || hasSection(read(candidate), anchor)),
    );
  };
  return referencesIn(path, read(path)).flatMap((reference) =>
    isThere(reference) ? [] : [`${path}:${reference.line}: ${reference.target}`],
  );
}

function hasSection(markdown: string, anchor: string): boolean {
  return sectionsOf(markdown).some((section) => section.anchor === anchor);
}
