import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch, parsePatch } from 'diff';
import { lessonFiles, stageOf, type LessonFile, type LessonFiles } from '../lesson-files.ts';
import type { Course, CourseLesson } from '../load-course.ts';

/** An answer of a lesson: a patch of the files that solve a stage. */
export interface Answer {
  readonly kind: 'wrong' | 'also-right';
  readonly name: string;
  readonly stage: string;
}

const extension = '.patch';

/** The names of the answers in a lesson's `wrong/` or `also-right/`. */
export function answersIn({ folder }: CourseLesson, kind: Answer['kind']): string[] {
  return namesIn(join(folder, kind)).map((name) => name.replace(/\.patch$/, ''));
}

/** The answers of a lesson, the wrong ones first. */
export function answersOf(lesson: CourseLesson): Answer[] {
  const { tasks, wrong = {}, alsoRightAt = {} } = lesson.manifest;
  const stageOfTask = (id: string | undefined) => {
    const task = tasks.find((one) => one.id === id);
    return task ? stageOf(task) : 'solution';
  };
  return [
    ...answersIn(lesson, 'wrong').map((name) => ({
      kind: 'wrong' as const,
      name,
      stage: stageOfTask(wrong[name]?.task),
    })),
    ...answersIn(lesson, 'also-right').map((name) => ({
      kind: 'also-right' as const,
      name,
      stage: alsoRightAt[name] ?? 'solution',
    })),
  ];
}

/** The names of the folders in a lesson's `probes/`. */
export function probesIn({ folder }: CourseLesson): string[] {
  return namesIn(join(folder, 'probes'));
}

/**
 * The files that an answer changes, as they are with it.
 * @throws Error when a part of the patch does not apply to the stage's files
 */
export function answerFiles(
  course: Course,
  lesson: CourseLesson,
  { kind, name, stage }: Answer,
): LessonFiles {
  const source = join(lesson.folder, kind, name + extension);
  const solved = lessonFiles(course, lesson.number, stage);
  return new Map(
    parsePatch(readFileSync(source, 'utf8')).map((patch): [string, LessonFile] => {
      const path = patch.newFileName ?? '';
      const patched = applyPatch(solved.get(path)?.content.toString('utf8') ?? '', patch);
      if (patched === false) throw new Error(`${kind}/${name} does not apply to the ${stage}'s ${path}.`);
      return [path, { content: Buffer.from(patched), source }];
    }),
  );
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
