import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseLesson } from '../../src/course/index.ts';
import { runCommand } from '../../src/processes/index.ts';
import type { Learner } from '../workshop-process.ts';

/** The lesson in which a command writes the first files. */
export const ownServiceLesson = 'your-own-service';

const written = 'own/badge/src/users.pact.test.mjs';

/**
 * Has `pact-tooling init` write the files, as the text of the lesson says, and compares them with what the lesson takes
 * them for.
 * @throws Error with the output when the command fails, or writes something else
 */
export async function writeFirstTest(
  learner: Learner,
  lesson: CourseLesson,
  signal: AbortSignal,
): Promise<void> {
  const command =
    /^\$ (?<command>\(cd own\/badge && .* pact-tooling init .*\))$/m.exec(
      readFileSync(lesson.readmes['en'] ?? '', 'utf8'),
    )?.groups?.['command'] ?? 'false # no such command in the text';
  const { exitCode, output } = await runCommand(learner.playground, command, { signal });
  if (exitCode !== 0) throw new Error(`"${command}" fails:\n${output}`);
  if (
    readFileSync(join(learner.playground, written), 'utf8') !==
    readFileSync(join(lesson.folder, 'written', written), 'utf8')
  )
    throw new Error(`"pact-tooling init" writes another ${written} than ${lesson.folder}/written has.`);
}
