import type { Lesson } from '../lesson.ts';
import { englishWords, type LessonWords } from '../translation/index.ts';
import { codeLinesOf, codeWordsOf } from './code-words.ts';

/** Where translated words do not fit the words of the manifest: one sentence each. */
export function wordsFindings(manifest: Lesson, words: LessonWords): string[] {
  const english = englishWords(manifest);
  return [
    ...countFinding('objectives', words.objectives, english.objectives),
    ...countFinding('hints', words.hints, english.hints),
    ...(english.prepare !== undefined && words.prepare === undefined ? ['"prepare" is missing.'] : []),
    ...(english.prepare === undefined && words.prepare !== undefined
      ? ['it has "prepare", the lesson has not.']
      : []),
    ...keyFindings('tasks', words.tasks, english.tasks),
    ...keyFindings('says', words.says, english.says),
    ...(words.hints.length === english.hints.length
      ? english.hints.flatMap((hint, index) => hintFindings(index + 1, words.hints[index] ?? '', hint))
      : []),
  ];
}

function countFinding(what: string, is: readonly string[], due: readonly string[]): string[] {
  return is.length === due.length ? [] : [`it has ${is.length} ${what}, the lesson has ${due.length}.`];
}

type Keyed = Readonly<Record<string, string>>;

function keyFindings(what: string, is: Keyed, due: Keyed): string[] {
  return [
    ...Object.keys(due)
      .filter((key) => !(key in is))
      .map((key) => `"${what}" lacks ${JSON.stringify(key)}.`),
    ...Object.keys(is)
      .filter((key) => !(key in due))
      .map((key) => `"${what}" has ${JSON.stringify(key)}, which the lesson has not.`),
  ];
}

/** A hint names the same code as in English, and has the same lines of code. */
function hintFindings(number: number, is: string, due: string): string[] {
  const missing = codeWordsOf(due).filter((word) => !is.includes(word));
  const sameLines = codeLinesOf(is).join('\n').trim() === codeLinesOf(due).join('\n').trim();
  return [
    ...missing.map((word) => `hint ${number} lacks ${word}.`),
    ...(sameLines ? [] : [`hint ${number} has other lines of code than the English one.`]),
  ];
}
