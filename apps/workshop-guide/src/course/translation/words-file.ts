import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().trim().min(1, 'must not be empty');

const words = z.strictObject({
  title: text,
  concept: text,
  objectives: z.array(text).min(1),
  prepare: text.optional(),
  tasks: z.record(z.string(), text),
  hints: z.array(text).min(1),
  says: z.record(z.string(), text).default({}),
});

/** The words of a lesson's manifest in one language, as `words.<language>.yaml` has them. */
export interface LessonWords {
  readonly title: string;
  readonly concept: string;
  readonly objectives: readonly string[];
  /** What `prepare` creates. */
  readonly prepare?: string | undefined;
  /** The titles of the tasks, by id. */
  readonly tasks: Readonly<Record<string, string>>;
  readonly hints: readonly string[];
  /** The sentences that a wrong answer gets, by the English sentence. */
  readonly says: Readonly<Record<string, string>>;
}

/**
 * Reads the files `words.<language>.yaml` of a lesson, by language. Whether they fit the manifest is not looked at here:
 * a page shows what is missing in English.
 * @throws Error that names each invalid property, one per line
 */
export async function readWords(folder: string): Promise<Record<string, LessonWords>> {
  const found: Record<string, LessonWords> = {};
  for (const name of await readdir(folder)) {
    const language = /^words\.(?<language>[a-z]{2,3})\.yaml$/.exec(name)?.groups?.['language'];
    if (language !== undefined) found[language] = await readFileOfWords(join(folder, name));
  }
  return found;
}

async function readFileOfWords(file: string): Promise<LessonWords> {
  const parsed = words.safeParse(yamlIn(await readFile(file, 'utf8'), file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'file'}: ${message}`,
  );
  throw new Error(`${file} has no valid words of a lesson:\n${problems.join('\n')}`);
}

function yamlIn(content: string, file: string): unknown {
  try {
    return parse(content);
  } catch (error) {
    throw new Error(`${file} is not valid YAML: ${(error as Error).message}`, { cause: error });
  }
}
