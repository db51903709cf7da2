import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { WorkshopError } from '../errors.ts';
import { withMutex } from '../files/mutex.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { nothingYet, progressSchema, type Progress } from './progress.ts';

/**
 * Reads the progress; it is empty when the file does not exist.
 * @throws WorkshopError when the file is damaged. The file is renamed then, so that nothing is lost and the next
 * command works.
 */
export function readProgress(file: string): Progress {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothingYet;
    throw new WorkshopError(`The progress in ${file} can't be read: ${(error as Error).message}`);
  }
  try {
    return progressSchema.parse(JSON.parse(text));
  } catch (error) {
    const kept = file.replace(/\.json$/, `.unreadable-${Date.now()}.json`);
    renameSync(file, kept);
    throw new WorkshopError(
      `The progress in ${file} can't be read: ${whatIsWrong(error)}. The file was renamed to ${kept}; your files in the playground are unchanged.\n` +
        'Next: "npx workshop start N" starts lesson N; your files are backed up first.',
    );
  }
}

/** Changes the progress; concurrent commands wait for each other. */
export function updateProgress(file: string, change: (before: Progress) => Progress): Promise<Progress> {
  return withMutex(`${file}.lock`, () => {
    const after = change(readProgress(file));
    writeAtomically(file, `${JSON.stringify(after, null, 2)}\n`);
    return after;
  });
}

function whatIsWrong(error: unknown): string {
  if (!(error instanceof z.ZodError)) return (error as Error).message;
  return error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; ');
}
