import { z } from 'zod';

const mismatch = z.object({
  interaction: z.string(),
  description: z.string(),
  path: z.string().optional(),
  expected: z.string().optional(),
  actual: z.string().optional(),
});

const taskResult = z.object({
  done: z.boolean(),
  /** Why the task counts as done or not, in a sentence. */
  reason: z.string(),
  exitCode: z.number(),
  output: z.string(),
  mismatches: z.array(mismatch),
  durationMs: z.number(),
  /** When the command ended, as ISO 8601. */
  at: z.string(),
});

const lessonProgress = z.object({
  startedAt: z.string(),
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

/** The lesson becomes the current one. What is remembered of it stays, unless it is begun anew. */
export function withLesson(progress: Progress, lesson: string, at: string, anew = false): Progress {
  const before = anew ? undefined : progressOf(progress, lesson);
  return {
    ...progress,
    lesson,
    lessons: { ...progress.lessons, [lesson]: before ?? { startedAt: at, hints: 0, tasks: {} } },
  };
}

/** One more hint of a lesson was shown, of so many that there are. */
export function withHint(progress: Progress, lesson: string, available: number): Progress {
  return changed(progress, lesson, (one) => ({ ...one, hints: Math.min(one.hints + 1, available) }));
}

/** A task's command ended. */
export function withResult(
  progress: Progress,
  { lesson, task, result }: { readonly lesson: string; readonly task: string; readonly result: TaskResult },
): Progress {
  return changed(progress, lesson, (one) => ({ ...one, tasks: { ...one.tasks, [task]: result } }));
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
