import { join } from 'node:path';
import { Router, urlencoded, type Request } from 'express';
import type { Companion } from '../checking/index.ts';
import {
  comparableStates,
  currentStage,
  diffBetween,
  lessonNamed,
  nameOf,
  learnerPosition,
  yours,
  type Workshop,
} from '../guide/index.ts';
import { learnerFiles } from '../playground/index.ts';
import { progressOf } from '../progress/index.ts';
import { isAction, type Actions } from './actions.ts';
import { lessonPictures } from './lesson-pictures.ts';
import { openInEditor } from './editor.ts';
import { diffPage } from './pages/diff-page.ts';
import { indexPage } from './pages/index-page.ts';
import { lessonPage } from './pages/lesson-page.ts';
import { textPage } from './pages/text-page.ts';
import { readAppendix } from './read-appendix.ts';
import { readIntroduction } from './read-introduction.ts';
import { readLesson } from './read-lesson.ts';
import { languageOf, rememberLanguage } from './requested-language.ts';

/** The pages. */
export function pageRoutes(workshop: Workshop, companion: Companion): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const translations = workshop.course.lessons.flatMap(({ words }) => Object.keys(words));
    const language = languageOf(request, translations);
    response
      .vary('Accept-Language')
      .send(indexPage(workshop, await readIntroduction(workshop, language), language));
  });
  router.get('/lessons/:lesson', async (request, response, pass) => {
    const read = await readLesson(workshop, request);
    if (!read) return pass();
    rememberLanguage(request, response, read.language);
    response.vary('Accept-Language').send(lessonPage(workshop, { ...read, running: companion.running }));
  });
  router.get('/lessons/:lesson/diff', (request, response, pass) => {
    const lesson = lessonNamed(workshop, request.params.lesson);
    if (!lesson) return pass();
    const { progress, lesson: current } = learnerPosition(workshop);
    const states = comparableStates(lesson, lesson === current);
    const chosen = (name: unknown, otherwise: string) =>
      typeof name === 'string' && states.includes(name) ? name : otherwise;
    const from = chosen(request.query['from'], lesson === current ? yours : 'start');
    const to = chosen(request.query['to'], currentStage(lesson, progressOf(progress, nameOf(lesson))));
    response.send(diffPage(lesson, { from, to, states, files: diffBetween(workshop, lesson, from, to) }));
  });
  router.get('/lessons/:lesson/files/*path', lessonPictures(workshop));
  router.get('/appendix/{:page}', async (request, response, pass) => {
    const text = await readAppendix(workshop, request.params.page);
    if (!text) return pass();
    response.send(textPage(text));
  });
  return router;
}

/** The actions of the buttons. Each redirects to a page, so that a reload does not repeat it. */
export function actionRoutes(workshop: Workshop, actions: Actions): Router {
  const router = Router();
  router.use(urlencoded({ extended: false, limit: '10kb' }));
  router.post('/lessons/:lesson/:action', async (request, response, pass) => {
    const { lesson, action } = request.params;
    if (!isAction(action) || !lessonNamed(workshop, lesson)) return pass();
    // The page may be outdated: a button of another lesson must not affect the current lesson.
    if (action === 'start' || learnerPosition(workshop).lesson === lessonNamed(workshop, lesson))
      await actions.run(action, lesson);
    response.redirect(303, currentPage(workshop, lesson));
  });
  router.post(
    '/editor',
    (request: Request<object, unknown, { path?: unknown; line?: unknown } | undefined>, response, pass) => {
      const { path, line } = request.body ?? {};
      // Only a file that the learner may have written, never a path from elsewhere.
      if (typeof path !== 'string' || !learnerFiles(workshop.at.playground).has(path)) return pass();
      const number = Number(line);
      openInEditor(
        join(workshop.at.playground, path),
        Number.isSafeInteger(number) && number > 0 ? number : 1,
      );
      response.redirect(303, currentPage(workshop, ''));
    },
  );
  router.post(
    '/restore',
    async (request: Request<object, unknown, { name?: unknown } | undefined>, response) => {
      const name = request.body?.name;
      await actions.run('restore', typeof name === 'string' ? name : undefined);
      response.redirect(303, currentPage(workshop, ''));
    },
  );
  return router;
}

function currentPage(workshop: Workshop, otherwise: string): string {
  const { lesson } = learnerPosition(workshop);
  return `/lessons/${lesson ? nameOf(lesson) : otherwise}`;
}
