import { join } from 'node:path';
import { Listr } from 'listr2';
import { chainEndFindings, checkLesson, loadCourse, projectRoot, type CourseLesson } from './course/index.ts';
import { chosenLessons } from './chosen-lessons.ts';

// check-course [lesson…]: checks these lessons (numbers, or ranges like 1-5), or all of them and where they lead to.

/** Lessons side by side: each waits for Jest's start most of the time. */
const sideBySide = 2;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interruption.abort(new Error('stopped')));

async function main(args: readonly string[]): Promise<void> {
  const course = await loadCourse(join(projectRoot, 'workshop'));
  const lessons = chosenLessons(course.lessons, args);
  const findings = new Map<string, string[]>();
  const note = (title: string, found: string[]) => {
    if (found.length === 0) return;
    findings.set(title, found);
    throw new Error(`${found.length} wrong`);
  };
  const titleOf = ({ number, manifest }: CourseLesson) => `lesson ${number}: ${manifest.title}`;
  await new Listr(
    [
      ...lessons.map((lesson) => ({
        title: titleOf(lesson),
        task: async (_: unknown, task: { output: string }) => {
          const onProgress = (what: string) => {
            if (process.stdout.isTTY) task.output = what;
          };
          note(
            titleOf(lesson),
            await checkLesson(course, lesson.number, { signal: interruption.signal, onProgress }),
          );
        },
      })),
      ...(args.length > 0
        ? []
        : [
            {
              title: 'the last solution is what the project has',
              task: () => note('the chain of solutions', chainEndFindings(course, projectRoot)),
            },
          ]),
    ],
    {
      concurrent: sideBySide,
      exitOnError: false,
      collectErrors: false,
      renderer: 'default',
      fallbackRenderer: 'simple',
      registerSignalListeners: false,
    },
  ).run();
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
