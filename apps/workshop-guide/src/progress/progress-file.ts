import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { WorkshopError } from '../errors.ts';
import { withMutex } from '../files/mutex.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { nothingYet, progressSchema, type Progress } from './progress.ts';

/**
 * Reads what is remembered; where there is no file, nothing yet.
 * @throws WorkshopError when the file can't be read as progress. It is then kept under another name, so that the next
 * command works and nothing is lost.
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
      `The progress in ${file} can't be read: ${whatIsWrong(error)}. The file was kept as ${kept}, and your work in the playground is as it was.\n` +
        'Next: "npx workshop start N" goes on with lesson N; your files are backed up first.',
    );
  }
}

/** Changes what is remembered; commands that run at the same time wait for each other. */
export function updateProgress(file: string, change: (before: Progress) => Progress): Promise<Progress> {
  return withMutex(`${file}.lock`, () => {
    const after = change(readProgress(file));
    writeAtomically(file, `${JSON.stringify(after, null, 2)}\n`);
    return after;
  });
}

function whatIsWrong(error: unknown): string {
  if (!(error instanceof z.ZodError)) return (error as Error).message;
  return error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`).join('; ');
}
