import { stagesOf } from '../lesson-files.ts';
import type { Course, CourseLesson } from '../load-course.ts';
import { answerFiles, answersIn, answersOf, probesIn } from './answer-files.ts';

/** The folders of a lesson with answers and probes, which are no stages. */
export const answerFolders = ['wrong', 'also-right', 'probes'] as const;

/** The problems with a lesson's answers and probes, found without running anything: one sentence each. */
export function answerContentFindings(course: Course, lesson: CourseLesson): string[] {
  const { tasks, wrong = {}, alsoRightAt = {}, edits } = lesson.manifest;
  const probes = tasks.flatMap((task) => (task.probes ?? []).map(({ name }) => name));
  const findings = [
    ...compared('wrong', answersIn(lesson, 'wrong'), Object.keys(wrong), '"wrong"'),
    ...compared('probes', probesIn(lesson), probes, 'the probes of its tasks'),
    ...Object.entries(wrong)
      .filter(([, { task }]) => !tasks.some(({ id }) => id === task))
      .map(([name, { task }]) => `"wrong" has ${name} for the task ${task}, which does not exist.`),
    ...Object.entries(alsoRightAt)
      .filter(([, stage]) => !stagesOf(lesson).includes(stage))
      .map(([name, stage]) => `"alsoRightAt" has ${name} at the stage ${stage}, which does not exist.`),
  ];
  // The files of an answer need its stage.
  if (findings.length > 0) return findings;
  return answersOf(lesson).flatMap((answer) => {
    try {
      return [...answerFiles(course, lesson, answer).keys()]
        .filter((path) => !edits.includes(path))
        .map((path) => `${answer.kind}/${answer.name} changes ${path}, which is not among "edits".`);
    } catch (error) {
      return [(error as Error).message];
    }
  });
}

function compared(folder: string, there: readonly string[], named: readonly string[], by: string): string[] {
  return [
    ...there.filter((name) => !named.includes(name)).map((name) => `${folder}/${name} is not in ${by}.`),
    ...named
      .filter((name) => !there.includes(name))
      .map((name) => `${folder}/${name} does not exist, but is in ${by}.`),
  ];
}
