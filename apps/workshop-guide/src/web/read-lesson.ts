import { readFile } from 'node:fs/promises';
import type { Request } from 'express';
import { withSharedOutput, type CourseLesson } from '../course/index.ts';
import { lessonNamed, nameOf, type Workshop } from '../guide/index.ts';
import { mainLanguage, renderText, type LessonText } from '../lesson-text/index.ts';
import { languageOf } from './requested-language.ts';

/** Address of the broker; a lesson whose text names it is about the broker. */
const brokerAddress = 'http://127.0.0.1:9292';

export interface ReadLesson {
  readonly lesson: CourseLesson;
  readonly text: LessonText;
  readonly language: string;
  readonly broker: string | undefined;
}

/** Reads the lesson of a request, in the reader's language; undefined when the lesson does not exist. */
export async function readLesson(
  workshop: Workshop,
  request: Request<{ lesson: string }>,
): Promise<ReadLesson | undefined> {
  const lesson = lessonNamed(workshop, request.params.lesson);
  if (!lesson) return undefined;
  const language = languageOf(request, Object.keys(lesson.readmes));
  const english = await readFile(lesson.readmes[mainLanguage] ?? '', 'utf8');
  const markdown =
    language === mainLanguage
      ? english
      : withSharedOutput(await readFile(lesson.readmes[language] ?? '', 'utf8'), english);
  return {
    lesson,
    language,
    text: renderText(markdown, nameOf(lesson)),
    broker: markdown.includes(brokerAddress) ? brokerAddress : undefined,
  };
}
