import { posix } from 'node:path';
import { isAddress, isWellFormed, ownPath } from './addresses.ts';
import { referencesIn, type Reference } from './references.ts';
import { sectionsOf } from './sections.ts';

/** The files of the repository, by their path from its top. */
export interface Repository {
  /** Where it is published, without a slash at the end. */
  readonly address: string;
  /** Whether there is such a file or folder. */
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
}

/**
 * What a file names that is not there, as `file:line: target`. A path begins in the file's own folder or, where it is no
 * link, at the top of the repository. An address of the repository stands for the file that it shows; of any other one
 * only the form is checked.
 */
export function brokenReferences(path: string, { address, has, read }: Repository): string[] {
  const isThere = ({ target, isLink }: Reference): boolean => {
    const own = ownPath(target, address);
    if (own === undefined && isAddress(target)) return isWellFormed(target);
    const [file = '', anchor] = (own ?? target).split('#');
    const beside = file === '' ? path : posix.join(posix.dirname(path), file);
    const candidates = own === undefined ? [beside, ...(isLink ? [] : [posix.normalize(file)])] : [file];
    return candidates.some(
      (candidate) =>
        has(candidate) &&
        (anchor === undefined || (candidate.endsWith('.md') && hasSection(read(candidate), anchor))),
    );
  };
  return referencesIn(path, read(path)).flatMap((reference) =>
    isThere(reference) ? [] : [`${path}:${reference.line}: ${reference.target}`],
  );
}

function hasSection(markdown: string, anchor: string): boolean {
  return sectionsOf(markdown).some((section) => section.anchor === anchor);
}
