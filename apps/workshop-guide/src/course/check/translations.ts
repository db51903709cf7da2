import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CourseLesson } from '../load-course.ts';
import { followedRevision, revisionOf, withoutOutput } from '../translation/index.ts';
import { outlineOf, type TextOutline } from './text-outline.ts';
import { wordsFindings } from './translated-words.ts';

/**
 * The problems with a lesson's translations: one sentence each. A lesson without translations has none.
 * @param only the language to look at; all by default
 */
export function translationFindings(lesson: CourseLesson, only?: string): string[] {
  const english = readFileSync(lesson.readmes['en'] ?? '', 'utf8');
  const languages = new Set([...Object.keys(lesson.readmes), ...Object.keys(lesson.words)]);
  languages.delete('en');
  const chosen = [...languages].filter((language) => only === undefined || language === only);
  return chosen.sort().flatMap((language) => {
    const [readme, words] = [lesson.readmes[language], lesson.words[language]];
    return [
      ...(readme === undefined
        ? [`words.${language}.yaml has no README.${language}.md beside it.`]
        : textFindings(readme, english, lesson).map((finding) => `${basename(readme)}: ${finding}`)),
      ...(words === undefined
        ? [`README.${language}.md has no words.${language}.yaml beside it.`]
        : wordsFindings(lesson.manifest, words).map((finding) => `words.${language}.yaml: ${finding}`)),
    ];
  });
}

function textFindings(readme: string, english: string, { manifest, number }: CourseLesson): string[] {
  const translated = readFileSync(readme, 'utf8');
  const [is, due] = [outlineOf(translated), outlineOf(withoutOutput(english))];
  const findings = Object.keys(due).flatMap((part) =>
    differenceOf(part, is[part as keyof TextOutline], due[part as keyof TextOutline]),
  );
  const revision = revisionOf(english, manifest);
  const followed = followedRevision(translated);
  if (followed !== revision)
    findings.push(
      (followed === undefined
        ? 'it does not say which English text it follows: translate it, '
        : `it follows an older English text (${followed}, now ${revision}): compare it with README.md and lesson.ts, `) +
        `then run "make translations FOLLOW=${number}".`,
    );
  return findings;
}

function differenceOf(part: string, is: readonly string[], due: readonly string[]): string[] {
  if (is.join('\0') === due.join('\0')) return [];
  const [missing, more] = [without(due, is), without(is, due)];
  return [
    `its ${part} differ from those of README.md` +
      (missing.length > 0 ? `; missing: ${shown(missing)}` : '') +
      (more.length > 0 ? `; too many: ${shown(more)}` : '') +
      (missing.length + more.length === 0 ? ' in their order' : '') +
      '.',
  ];
}

/** The values that are left when each of the others is taken away once. */
function without(values: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return values.filter((value) => {
    const at = left.indexOf(value);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function shown(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}
