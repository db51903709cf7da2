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
  /** What is wrong with the answer, in sentences. */
  remarks: z.array(z.string()).optional(),
  /** The lesson's TODO markers that are left over, in sentences. */
  leftOver: z.array(z.string()).optional(),
  exitCode: z.number(),
  output: z.string(),
  mismatches: z.array(mismatch),
  durationMs: z.number(),
  /** Whether the command was stopped at its time limit. */
  outOfTime: z.boolean().optional(),
  /** When the command ended, as ISO 8601. */
  at: z.string(),
});

const lessonProgress = z.object({
  /** Time of the last layout of its start. */
  startedAt: z.string(),
  /** Time when all of its tasks were done first. */
  finishedAt: z.string().optional(),
  /** Number of hints that were shown. */
  hints: z.number(),
  /** Last result of each task, by its id. */
  tasks: z.record(z.string(), taskResult),
});

/** The content of `progress.json`. Lessons are identified by the name of their folder. */
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

/** The progress in a lesson; undefined when it was never started. */
export function progressOf(progress: Progress, lesson: string): LessonProgress | undefined {
  return Object.hasOwn(progress.lessons, lesson) ? progress.lessons[lesson] : undefined;
}

/** The progress when a lesson is laid out: it becomes the current lesson, and its tasks are open. */
export function withLesson(progress: Progress, lesson: string, at: string): Progress {
  const before = progressOf(progress, lesson);
  const started = { ...before, startedAt: at, hints: before?.hints ?? 0, tasks: {} };
  return { ...progress, lesson, lessons: { ...progress.lessons, [lesson]: started } };
}

/** The progress after one more hint of a lesson, up to the number of available hints. */
export function withHint(progress: Progress, lesson: string, available: number): Progress {
  return changed(progress, lesson, (one) => ({ ...one, hints: Math.min(one.hints + 1, available) }));
}

/**
 * The progress after a task's command ended.
 * @param all ids of the lesson's tasks; the lesson is finished when all of them are done
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
    return { ...one, tasks, finishedAt };
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
