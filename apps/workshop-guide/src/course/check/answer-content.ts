import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, stagesOf } from '../lesson-files.ts';
import type { CourseLesson } from '../load-course.ts';

/** The folders of a lesson with answers and probes, which are no stages. */
export const answerFolders = ['wrong', 'also-right', 'probes'] as const;

/** The names of the answers (or probes) in one of these folders of a lesson. */
export function answersIn({ folder }: CourseLesson, kind: (typeof answerFolders)[number]): string[] {
  const at = join(folder, kind);
  return existsSync(at) ? readdirSync(at).sort() : [];
}

/** The problems with a lesson's answers and probes, found without running anything: one sentence each. */
export function answerContentFindings(lesson: CourseLesson): string[] {
  const { tasks, wrong = {}, alsoRightAt = {}, edits } = lesson.manifest;
  const probes = tasks.flatMap((task) => (task.probes ?? []).map(({ name }) => name));
  return [
    ...compared('wrong', answersIn(lesson, 'wrong'), Object.keys(wrong), '"wrong"'),
    ...compared('probes', answersIn(lesson, 'probes'), probes, 'the probes of its tasks'),
    ...Object.entries(wrong)
      .filter(([, { task }]) => !tasks.some(({ id }) => id === task))
      .map(([name, { task }]) => `"wrong" has ${name} for the task ${task}, which does not exist.`),
    ...Object.entries(alsoRightAt)
      .filter(([, stage]) => !stagesOf(lesson).includes(stage))
      .map(([name, stage]) => `"alsoRightAt" has ${name} at the stage ${stage}, which does not exist.`),
    ...(['wrong', 'also-right'] as const).flatMap((kind) =>
      answersIn(lesson, kind).flatMap((name) =>
        [...filesUnder(join(lesson.folder, kind, name)).keys()]
          .filter((path) => !edits.includes(path))
          .map((path) => `${kind}/${name} changes ${path}, which is not among "edits".`),
      ),
    ),
  ];
}

function compared(folder: string, there: readonly string[], named: readonly string[], by: string): string[] {
  return [
    ...there.filter((name) => !named.includes(name)).map((name) => `${folder}/${name} is not in ${by}.`),
    ...named
      .filter((name) => !there.includes(name))
      .map((name) => `${folder}/${name} does not exist, but is in ${by}.`),
  ];
}
