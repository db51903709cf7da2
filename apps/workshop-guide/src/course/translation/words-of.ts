import type { Lesson } from '../lesson.ts';
import type { LessonWords } from './words-file.ts';

/** A lesson as far as its words go. */
export interface WithWords {
  readonly manifest: Lesson;
  /** By language, without English, which is in the manifest. */
  readonly words: Readonly<Record<string, LessonWords>>;
}

/** The words of a lesson's manifest in a language; what is not translated, or no longer fits, is in English. */
export function wordsOf({ manifest, words }: WithWords, language: string): LessonWords {
  const english = englishWords(manifest);
  const translated = words[language];
  if (!translated) return english;
  return {
    title: translated.title,
    concept: translated.concept,
    objectives: sameLength(translated.objectives, english.objectives),
    prepare: english.prepare === undefined ? undefined : (translated.prepare ?? english.prepare),
    tasks: { ...english.tasks, ...translated.tasks },
    hints: sameLength(translated.hints, english.hints),
    says: { ...english.says, ...translated.says },
  };
}

/** The words that the manifest itself has. */
export function englishWords({ title, concept, objectives, prepare, tasks, hints }: Lesson): LessonWords {
  const says = tasks.flatMap((task) => [...(task.mistakes ?? []), ...(task.probes ?? [])]);
  return {
    title,
    concept,
    objectives,
    prepare: prepare?.what,
    tasks: Object.fromEntries(tasks.map((task) => [task.id, task.title])),
    hints,
    says: Object.fromEntries(says.map((one) => [one.says, one.says])),
  };
}

/** A list of another length follows an older manifest: what is third there may be fourth here. */
function sameLength(translated: readonly string[], english: readonly string[]): readonly string[] {
  return translated.length === english.length ? translated : english;
}
