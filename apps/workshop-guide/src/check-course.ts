import { join } from 'node:path';
import { Listr } from 'listr2';
import {
  chainEndFindings,
  checkLesson,
  loadCourse,
  projectRoot,
  type Course,
  type CourseLesson,
} from './course/index.ts';
import { chosenLessons } from './chosen-lessons.ts';

// check-course [lesson…]: checks the given lessons (numbers, or ranges like 1-5 and 11-), all by default. With the last
// lesson it also compares its solution with the project.

/** Number of lessons that are checked in parallel; each waits for the start of Jest most of the time. */
const concurrency = 2;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interruption.abort(new Error('stopped')));

/** The problems, by the title of the check. */
const findings = new Map<string, readonly string[]>();

function report(title: string, found: readonly string[]): void {
  if (found.length === 0) return;
  findings.set(title, found);
  throw new Error(`${found.length} problems`);
}

function lessonTask(course: Course, { number, manifest }: CourseLesson) {
  const title = `lesson ${number}: ${manifest.title}`;
  return {
    title,
    task: async (_: unknown, task: { output: string }) => {
      const onProgress = (what: string) => {
        if (process.stdout.isTTY) task.output = what;
      };
      try {
        report(title, await checkLesson(course, number, { signal: interruption.signal, onProgress }));
      } catch (error) {
        // A lesson that can't be checked must not pass as one without problems.
        if (!findings.has(title)) findings.set(title, [(error as Error).message]);
        throw error;
      }
    },
  };
}

function chainEndTask(course: Course) {
  const title = 'the last solution equals the project';
  return { title, task: () => report(title, chainEndFindings(course, projectRoot)) };
}

async function main(args: readonly string[]): Promise<void> {
  const course = await loadCourse(join(projectRoot, 'workshop'));
  const lessons = chosenLessons(course.lessons, args);
  const reachesTheEnd = lessons.at(-1)?.number === course.lessons.length;
  const tasks = lessons.map((lesson) => lessonTask(course, lesson));
  await new Listr(reachesTheEnd ? [...tasks, chainEndTask(course)] : tasks, {
    concurrent: concurrency,
    exitOnError: false,
    collectErrors: false,
    renderer: 'default',
    fallbackRenderer: 'simple',
    registerSignalListeners: false,
  }).run();
  interruption.signal.throwIfAborted();
  for (const [title, found] of findings)
    console.error(`\n${title}\n${found.map((one) => `  ✖ ${one}`).join('\n')}`);
  process.exitCode = findings.size > 0 ? 1 : 0;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
}
