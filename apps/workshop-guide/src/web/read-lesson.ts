import { readFile } from 'node:fs/promises';
import type { Request } from 'express';
import type { CourseLesson } from '../course/index.ts';
import { lessonNamed, nameOf, type Workshop } from '../guide/index.ts';
import { chooseLanguage, mainLanguage, renderText, type LessonText } from '../lesson-text/index.ts';
import { requestedLanguage } from './requested-language.ts';

/** Address of the broker in the texts; a lesson that names it is about the broker. */
const brokerAddress = 'http://127.0.0.1:9292';

export interface ReadLesson {
  readonly lesson: CourseLesson;
  readonly text: LessonText;
  readonly language: string;
  readonly broker: string | undefined;
}

/** The lesson that a request is for, in the language that fits its reader; nothing when there is no such lesson. */
export async function readLesson(
  workshop: Workshop,
  request: Request<{ lesson: string }>,
): Promise<ReadLesson | undefined> {
  const lesson = lessonNamed(workshop, request.params.lesson);
  if (!lesson) return undefined;
  const available = [mainLanguage, ...Object.keys(lesson.readmes).filter((one) => one !== mainLanguage)];
  const language = chooseLanguage(available, {
    wanted: requestedLanguage(request),
    accepted: request.acceptsLanguages(available),
  });
  const markdown = await readFile(lesson.readmes[language] ?? '', 'utf8');
  return {
    lesson,
    language,
    text: renderText(markdown, nameOf(lesson)),
    broker: markdown.includes(brokerAddress) ? brokerAddress : undefined,
  };
}
