import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lesson } from './lesson.ts';
import { readManifest } from './manifest.ts';
import { readWords, type LessonWords } from './translation/index.ts';

/** A lesson with its place in the course and in the file system. */
export interface CourseLesson {
  /** From 1. */
  readonly number: number;
  /** Name of the folder without its number, e.g. `unit-test`. */
  readonly slug: string;
  /** Absolute path. */
  readonly folder: string;
  readonly manifest: Lesson;
  /** Absolute paths of the texts by language: `README.md` is `en`, `README.de.md` is `de`. */
  readonly readmes: Readonly<Record<string, string>>;
  /** The words of the manifest in other languages: `words.de.yaml` is `de`. */
  readonly words: Readonly<Record<string, LessonWords>>;
}

/** All lessons, in order. */
export interface Course {
  /** Absolute path of the folder with the lessons and their shared `workspace/`. */
  readonly folder: string;
  readonly lessons: readonly CourseLesson[];
}

const folderName = /^(?<number>\d{2})-(?<slug>[a-z0-9]+(-[a-z0-9]+)*)$/;

/**
 * Reads a course: the folders `NN-slug`, numbered from 01 without a gap.
 * @param folder absolute path
 * @throws Error that names the malformed lesson and the problem
 */
export async function loadCourse(folder: string): Promise<Course> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && /^\d/.test(entry.name))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0)
    throw new Error(`${folder} has no lessons: their folders are named like 01-unit-test.`);
  const lessons: CourseLesson[] = [];
  for (const [index, name] of names.entries()) lessons.push(await loadLesson(folder, name, index + 1));
  return { folder, lessons };
}

/** @throws Error that names the existing numbers */
export function lessonOf(course: Course, number: number): CourseLesson {
  const lesson = course.lessons[number - 1];
  if (!lesson)
    throw new Error(`There is no lesson ${number}: the course has lessons 1 to ${course.lessons.length}.`);
  return lesson;
}

async function loadLesson(courseFolder: string, name: string, expected: number): Promise<CourseLesson> {
  const folder = join(courseFolder, name);
  const { number, slug } = folderName.exec(name)?.groups ?? {};
  if (number === undefined || slug === undefined)
    throw new Error(`${folder} is not named like a lesson: two digits and a slug, e.g. 01-unit-test.`);
  if (Number(number) !== expected)
    throw new Error(`${folder} is in the place of lesson ${expected}: lessons are numbered without gaps.`);
  const file = join(folder, 'lesson.ts');
  if (!existsSync(file)) throw new Error(`${folder} has no lesson.ts.`);
  const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
  return {
    number: expected,
    slug,
    folder,
    manifest: readManifest(module.default, file),
    readmes: await readmesIn(folder),
    words: await readWords(folder),
  };
}

async function readmesIn(folder: string): Promise<Record<string, string>> {
  const readmes: Record<string, string> = {};
  for (const name of await readdir(folder)) {
    const match = /^README(?:\.(?<language>[a-z]{2,3}))?\.md$/.exec(name);
    if (match) readmes[match.groups?.['language'] ?? 'en'] = join(folder, name);
  }
  if (readmes['en'] === undefined) throw new Error(`${folder} has no README.md.`);
  return readmes;
}
