import type { Files } from '../playground/index.ts';
import { runCommand, type RunOptions } from '../processes/index.ts';
import { baseFiles, lessonFiles } from './lesson-files.ts';
import { lessonOf, type Course } from './load-course.ts';
import { defaultLimitMs } from './time-limit.ts';
import { layOutWorkspace, type BeforeReplacing } from './workspace.ts';

/**
 * Lays out the start of a lesson as `layOutWorkspace` does. When the lesson has a command that prepares it, the
 * solution of the previous lesson is laid out first, and the command is run there.
 * @param folder absolute path; created when it does not exist
 * @returns the files that were written last
 * @throws Error with the command's output when it fails; the signal's reason when it was stopped
 */
export async function layOutStart(
  course: Course,
  number: number,
  folder: string,
  { beforeReplacing, ...options }: RunOptions & { readonly beforeReplacing?: BeforeReplacing } = {},
): Promise<Files> {
  const { prepare } = lessonOf(course, number).manifest;
  if (prepare !== undefined) {
    const base = `Solution of lesson ${number - 1}`;
    await layOutWorkspace(course, baseFiles(course, number), folder, base, beforeReplacing);
    const { exitCode, output, outOfTime } = await runCommand(folder, prepare.command, {
      limitMs: defaultLimitMs,
      ...options,
    });
    const how = outOfTime ? `did not end within ${defaultLimitMs / 1000} s` : 'fails';
    if (exitCode !== 0)
      throw new Error(
        `Lesson ${number} can't be prepared, "${prepare.command}" ${how}:\n${output.trimEnd()}`,
      );
  }
  const files = lessonFiles(course, number, 'start');
  return await layOutWorkspace(course, files, folder, `Start of lesson ${number}`, beforeReplacing);
}
