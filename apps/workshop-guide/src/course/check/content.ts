import { baseFiles, lessonFiles, ownFiles, stagesOf, type LessonFiles } from '../lesson-files.ts';
import type { Course, CourseLesson } from '../load-course.ts';
import { answerContentFindings } from './answer-content.ts';

const marker = /\bTODO\b/;

/** The problems with the files of a lesson, found without running anything: one sentence each. */
export function contentFindings(course: Course, lesson: CourseLesson): string[] {
  const stages = stagesOf(lesson);
  const start = lessonFiles(course, lesson.number, 'start');
  const solution = lessonFiles(course, lesson.number, 'solution');
  return [
    ...stages.flatMap((stage, index) => {
      const before = index > 0 ? lessonFiles(course, lesson.number, stages[index - 1] ?? 'start') : undefined;
      return unchanged(stage, ownFiles(lesson, stage), before ?? baseFiles(course, lesson.number));
    }),
    ...editFindings(lesson, start, solution),
    ...markerFindings(lesson, start, solution),
    ...answerContentFindings(course, lesson),
  ];
}

/** Files that change nothing. */
function unchanged(stage: string, own: LessonFiles, before: LessonFiles): string[] {
  return [...own]
    .filter(([path, { content }]) => before.get(path)?.content.equals(content))
    .map(([path]) => `${stage}/${path} is the same as before: remove it.`);
}

/** "edits" has to name exactly the files that the solution changes. */
function editFindings(lesson: CourseLesson, start: LessonFiles, solution: LessonFiles): string[] {
  const { edits } = lesson.manifest;
  const changed = new Set(
    stagesOf(lesson)
      .slice(1)
      .flatMap((stage) => [...ownFiles(lesson, stage).keys()]),
  );
  return [
    ...[...changed]
      .filter((path) => !edits.includes(path))
      .map((path) => `The solution changes ${path}, which is not among "edits".`),
    ...edits
      .filter((path) => !changed.has(path))
      .map((path) => `"edits" has ${path}, which the solution does not change.`),
    ...edits
      .filter((path) => !start.has(path) && !solution.has(path))
      .map((path) => `"edits" has ${path}, which does not exist.`),
  ];
}

/** The start has TODO markers in the files to edit; the solution has none. */
function markerFindings({ manifest }: CourseLesson, start: LessonFiles, solution: LessonFiles): string[] {
  const marked = (files: LessonFiles) =>
    [...files].filter(([, { content }]) => marker.test(content.toString('utf8'))).map(([path]) => path);
  const inStart = marked(start);
  return [
    ...manifest.edits
      .filter((path) => start.has(path) && !inStart.includes(path))
      .map((path) => `The start of ${path} has no TODO marker, although it is to be edited.`),
    ...inStart
      .filter((path) => !manifest.edits.includes(path))
      .map((path) => `The start of ${path} has a TODO marker, but it is not among "edits".`),
    ...marked(solution).map((path) => `The solution of ${path} still has a TODO marker.`),
  ];
}
