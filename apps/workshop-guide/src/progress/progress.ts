import { z } from 'zod';

const mismatch = z.object({
  interaction: z.string(),
  states: z.array(z.string()),
  description: z.string(),
  path: z.string().optional(),
  expected: z.string().optional(),
  actual: z.string().optional(),
});

const taskResult = z.object({
  done: z.boolean(),
  exitCode: z.number(),
  output: z.string(),
  mismatches: z.array(mismatch),
  durationMs: z.number(),
  /** Whether it was stopped because it took too long. */
  outOfTime: z.boolean().optional(),
  /** When the command ended, as ISO 8601. */
  at: z.string(),
});

const lessonProgress = z.object({
  /** When the playground was last laid out for it. */
  startedAt: z.string(),
  /** When all of its tasks were done for the first time. */
  finishedAt: z.string().optional(),
  /** How many hints were shown. */
  hints: z.number(),
  /** Last result of each task, by its id. */
  tasks: z.record(z.string(), taskResult),
});

/** What `progress.json` holds. Lessons are named by their folder, so that a course may grow in between. */
export const progressSchema = z.object({
  format: z.literal(1),
  /** The lesson that the playground is laid out for. */
  lesson: z.string().optional(),
  lessons: z.record(z.string(), lessonProgress),
});

export type TaskResult = Readonly<z.infer<typeof taskResult>>;
export type LessonProgress = Readonly<z.infer<typeof lessonProgress>>;
export type Progress = Readonly<z.infer<typeof progressSchema>>;

/** Before the first lesson. */
export const nothingYet: Progress = { format: 1, lessons: {} };

/** What is remembered of a lesson; nothing, if it was never started. */
export function progressOf(progress: Progress, lesson: string): LessonProgress | undefined {
  return Object.hasOwn(progress.lessons, lesson) ? progress.lessons[lesson] : undefined;
}

/** The playground is about to be laid out for a lesson: it becomes the current one, and its tasks are open. */
export function withLesson(progress: Progress, lesson: string, at: string): Progress {
  const before = progressOf(progress, lesson);
  const begun = { ...before, startedAt: at, hints: before?.hints ?? 0, tasks: {} };
  return { ...progress, lesson, lessons: { ...progress.lessons, [lesson]: begun } };
}

/** One more hint of a lesson was shown, of so many that there are. */
export function withHint(progress: Progress, lesson: string, available: number): Progress {
  return changed(progress, lesson, (one) => ({ ...one, hints: Math.min(one.hints + 1, available) }));
}

/**
 * A task's command ended.
 * @param all ids of the lesson's tasks; with the last of them done, the lesson is finished
 */
export function withResult(
  progress: Progress,
  lesson: string,
  {
    task,
    result,
    all,
  }: { readonly task: string; readonly result: TaskResult; readonly all: readonly string[] },
): Progress {
  return changed(progress, lesson, (one) => {
    const tasks = { ...one.tasks, [task]: result };
    const finishedAt = one.finishedAt ?? (all.every((id) => tasks[id]?.done) ? result.at : undefined);
    return { ...one, tasks, ...(finishedAt === undefined ? {} : { finishedAt }) };
  });
}

function changed(
  progress: Progress,
  lesson: string,
  change: (before: LessonProgress) => LessonProgress,
): Progress {
  const before = progressOf(progress, lesson);
  if (!before) return progress;
  return { ...progress, lessons: { ...progress.lessons, [lesson]: change(before) } };
}
