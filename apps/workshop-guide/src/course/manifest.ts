import { z } from 'zod';
import type { Lesson } from './lesson.ts';

const text = z.string().trim().min(1, 'must not be empty');
const kebabCase = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab-case');
const outcome = z.strictObject({ passes: z.boolean(), because: z.instanceof(RegExp) });
const path = text.refine((value) => !value.startsWith('/') && !value.split('/').includes('..'), {
  error: 'must be a path from the root of the playground',
});

const mistake = z.strictObject({ output: z.instanceof(RegExp), says: text });
const probe = z.strictObject({ name: kebabCase, test: path, ends: z.enum(['green', 'red']), says: text });
const refusal = z.strictObject({ task: kebabCase, says: text });
const interaction = z.strictObject({
  consumer: text.optional(),
  description: text,
  states: z.array(text),
  request: text.optional(),
  authorized: z.boolean().optional(),
  status: z.number().int().optional(),
  open: z.array(text).min(1).optional(),
});

const task = z.strictObject({
  id: kebabCase,
  title: text,
  command: text,
  before: outcome,
  after: outcome,
  dependsOn: z.array(text).min(1).optional(),
  manual: z.boolean().optional(),
  writesContract: z.boolean().optional(),
  mistakes: z.array(mistake).min(1).optional(),
  probes: z.array(probe).min(1).optional(),
  limitSeconds: z.number().positive().optional(),
  runFirst: z.array(text).min(1).optional(),
  stage: kebabCase.refine((name) => name !== 'start', 'must not be "start"').optional(),
});

const lesson = z.strictObject({
  title: text,
  concept: text,
  objectives: z.array(text).min(1),
  minutes: z.number().int().positive(),
  prepare: z.strictObject({ what: text, command: text }).optional(),
  beyondTheProject: z.boolean().optional(),
  edits: z.array(path),
  tasks: z.array(task).min(1),
  contract: z.array(interaction),
  hints: z.array(text).min(1),
  wrong: z.record(kebabCase, refusal).optional(),
  alsoRightAt: z.record(kebabCase, kebabCase).optional(),
});

/**
 * Validates the export of a `lesson.ts`: Node does not check types when it runs the file.
 * @param where the file, for the message
 * @throws Error that names each invalid property, one per line
 */
export function readManifest(exported: unknown, where: string): Lesson {
  const parsed = lesson.safeParse(exported);
  const problems = parsed.success
    ? duplicates(parsed.data.tasks.map(({ id }) => id)).map((id) => `tasks: the id "${id}" is used twice`)
    : parsed.error.issues.map((issue) => `${issue.path.join('.') || 'default export'}: ${issue.message}`);
  if (problems.length > 0) {
    throw new Error(
      `${where} is not a valid lesson:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
  return exported as Lesson;
}

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
