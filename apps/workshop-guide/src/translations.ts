import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import {
  following,
  loadCourse,
  projectRoot,
  revisionOf,
  skeleton,
  translationFindings,
  type CourseLesson,
} from './course/index.ts';
import { chosenLessons } from './chosen-lessons.ts';
import { writeAtomically } from './files/write-atomically.ts';

// The state of the translations, and the two changes that need no translator: docs/workshop.md.

interface Options {
  readonly course: string;
  readonly follow?: string;
  readonly begin?: string;
  readonly language?: string;
}

const englishOf = (lesson: CourseLesson) => readFileSync(lesson.readmes['en'] ?? '', 'utf8');

function translationsOf({ readmes }: CourseLesson, language?: string): [string, string][] {
  return Object.entries(readmes).filter(
    ([one]) => one !== 'en' && (language === undefined || one === language),
  );
}

/** Says that reviewed translations follow the English text as it is now. */
function follow(lessons: readonly CourseLesson[], language: string | undefined): void {
  for (const lesson of lessons) {
    const translations = translationsOf(lesson, language);
    if (translations.length === 0)
      throw new Error(
        `Lesson ${lesson.number} has no translation${language === undefined ? '' : ` "${language}"`}.`,
      );
    const revision = revisionOf(englishOf(lesson), lesson.manifest);
    for (const [one, readme] of translations) {
      writeAtomically(readme, following(readFileSync(readme, 'utf8'), revision));
      console.log(`lesson ${lesson.number}: ${one} follows ${revision}`);
    }
  }
}

/** Writes the files that a translation begins with; existing ones are kept. */
function begin(lessons: readonly CourseLesson[], language: string): void {
  for (const lesson of lessons) {
    const { text, words } = skeleton(englishOf(lesson), lesson.manifest);
    for (const [name, content] of [
      [`README.${language}.md`, text],
      [`words.${language}.yaml`, words],
    ] as const) {
      const file = join(lesson.folder, name);
      if (existsSync(file)) console.log(`lesson ${lesson.number}: ${name} exists already`);
      else {
        writeAtomically(file, content);
        console.log(`lesson ${lesson.number}: ${name} is to be translated`);
      }
    }
  }
}

/** Lists the translations with the problems that are found without running anything. */
function list(lessons: readonly CourseLesson[], language: string | undefined): void {
  for (const lesson of lessons) {
    const languages = translationsOf(lesson, language).map(([one]) => one);
    const findings = translationFindings(lesson, language);
    console.log(`lesson ${lesson.number}: ${languages.join(', ') || 'English only'}`);
    for (const finding of findings) console.log(`  ✖ ${finding}`);
    if (findings.length > 0) process.exitCode = 1;
  }
}

function languageCode(value: string): string {
  if (!/^[a-z]{2,3}$/.test(value) || value === 'en')
    throw new InvalidArgumentError('It has to be the code of a language other than English, such as "de".');
  return value;
}

const program = new Command('translations')
  .description('Lists the translations of the lessons with their problems, or changes what they follow.')
  .option(
    '--follow <lessons>',
    'after a review: the translations follow the English text as it is now (3, 1-5)',
  )
  .option('--begin <lessons>', 'write the files that a translation begins with (needs --language)')
  .option('--language <code>', 'only this language, e.g. de', languageCode)
  .option('--course <folder>', 'folder of the course', join(projectRoot, 'workshop'))
  .showHelpAfterError()
  .action(async (options: Options) => {
    const { lessons } = await loadCourse(options.course);
    const chosen = (names: string) => chosenLessons(lessons, names.trim().split(/[\s,]+/));
    if (options.follow !== undefined) follow(chosen(options.follow), options.language);
    else if (options.begin === undefined) list(lessons, options.language);
    else if (options.language === undefined) throw new Error('--begin needs --language, e.g. --language es.');
    else begin(chosen(options.begin), options.language);
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
