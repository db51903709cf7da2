import { createTwoFilesPatch } from 'diff';
import type { Files } from './learner-files.ts';
import { replacementOf } from './replace-files.ts';

/** The changes to one file. */
export interface FileDifference {
  readonly path: string;
  /** In the unified format, without the lines that name the files' dates. */
  readonly lines: readonly string[];
}

/**
 * The differences between the present files and the wanted ones, one for each file, sorted by path.
 * @param names what the two are called in the unified format
 */
export function differences(
  present: Files,
  wanted: Files,
  names: readonly [present: string, wanted: string],
): FileDifference[] {
  const { written, removed } = replacementOf(present, wanted);
  return [...written, ...removed].sort().map((path) => {
    const [before, after] = [present.get(path), wanted.get(path)];
    const patch = createTwoFilesPatch(
      before ? `${names[0]}/${path}` : '/dev/null',
      after ? `${names[1]}/${path}` : '/dev/null',
      before?.toString('utf8') ?? '',
      after?.toString('utf8') ?? '',
      undefined,
      undefined,
      { context: 3 },
    );
    const lines = patch.trimEnd().split('\n');
    return { path, lines: lines.filter((line) => !line.startsWith('=====')).map((line) => line.trimEnd()) };
  });
}
