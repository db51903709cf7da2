import type { Mutant } from './mutant.ts';

/** The product has moved on: the text that a mutant replaces is not there, or not only once. */
export class DoesNotApply extends Error {
  override name = 'DoesNotApply';
}

/**
 * The text of a file with a fault in it.
 *
 * @param source - the text of the mutant's file
 * @throws DoesNotApply where the text to replace does not stand there exactly once
 */
export function withFault(source: string, mutant: Mutant): string {
  const parts = source.split(mutant.replace);
  if (parts.length !== 2) {
    throw new DoesNotApply(
      `${mutant.id}: its text stands ${parts.length - 1} times in ${mutant.project}/${mutant.file}, not once:\n${mutant.replace}`,
    );
  }
  return parts.join(mutant.by);
}
