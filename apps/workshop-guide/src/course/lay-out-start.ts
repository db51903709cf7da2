import { baseFiles, lessonFiles } from './lesson-files.ts';
import { lessonOf, type Course } from './load-course.ts';
import { runCommand, type RunOptions } from './run-command.ts';
import { usualLimitMs } from './time-limit.ts';
import { layOutWorkspace } from './workspace.ts';

/**
 * Lays out the start of a lesson as `layOutWorkspace` does. Where the lesson has something to prepare, the solution of
 * the lesson before is laid out first, and the command run there.
 * @param folder absolute path; made when it is not there
 * @throws Error with the command's output when it fails
 */
export async function layOutStart(
  course: Course,
  number: number,
  folder: string,
  options: RunOptions = {},
): Promise<void> {
  const { prepare } = lessonOf(course, number).manifest;
  if (prepare !== undefined) {
    await layOutWorkspace(course, baseFiles(course, number), folder, `Solution of lesson ${number - 1}`);
    const { exitCode, output, outOfTime } = await runCommand(folder, prepare.command, {
      limitMs: usualLimitMs,
      ...options,
    });
    const how = outOfTime ? `did not end within ${usualLimitMs / 1000} s` : 'fails';
    if (exitCode !== 0)
      throw new Error(
        `Lesson ${number} can't be prepared, "${prepare.command}" ${how}:\n${output.trimEnd()}`,
      );
  }
  await layOutWorkspace(course, lessonFiles(course, number, 'start'), folder, `Start of lesson ${number}`);
}
