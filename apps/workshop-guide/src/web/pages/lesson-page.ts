import { markersIn, wordsOf, type CourseLesson } from '../../course/index.ts';
import {
  learnerPosition,
  minutesOf,
  nameOf,
  nextStep,
  openTasks,
  shownMinutes,
  type Workshop,
} from '../../guide/index.ts';
import type { LessonText } from '../../lesson-text/index.ts';
import { listBackups } from '../../playground/index.ts';
import { progressOf, type LessonProgress } from '../../progress/index.ts';
import { html, rendered } from '../html.ts';
import { button } from './button.ts';
import { fileLink } from './file-link.ts';
import { hintsSection } from './hints-section.ts';
import { lessonIntro } from './lesson-intro.ts';
import { page } from './layout.ts';
import { preparingNotice } from './preparing-notice.ts';
import { tasksSection } from './tasks-section.ts';

export interface LessonView {
  readonly lesson: CourseLesson;
  readonly text: LessonText;
  readonly language: string;
  /** Id of the task whose command is running. */
  readonly running: string | undefined;
  /** Address of the broker, for lessons about it. */
  readonly broker: string | undefined;
}

/** A lesson: its text, and beside it tasks, hints and actions. */
export function lessonPage(workshop: Workshop, view: LessonView): string {
  const { lesson, text, language, broker } = view;
  const title = titleOf(lesson, text);
  return page(
    { title, live: true },
    html`
      <div class="lesson">
        <article lang=${language}>
          <h1>${title}</h1>
          <p class="to-tasks" lang="en"><a href="#tasks">To the tasks</a></p>
          ${lessonIntro(lesson, language)} ${languageLinks(lesson, language)} ${rendered('text', text.html)}
        </article>
        <aside aria-label="Your progress">
          ${livePart(workshop, view)}
          ${
            broker !== undefined &&
            html`<p class="broker">
              The broker’s pages:${' '}
              <a href=${broker} target="_blank" rel="noopener noreferrer">${broker}</a> (while${' '}
              <code>make broker</code> runs in <code>playground/</code>)
            </p>`
          }
        </aside>
      </div>
      ${neighbours(workshop, lesson, language)}
    `,
  );
}

/** The heading of the text; the lesson's number is added when it has none. */
function titleOf({ number, manifest }: CourseLesson, { title = manifest.title }: LessonText): string {
  return /^\d/.test(title) ? title : `${number}. ${title}`;
}

function livePart(workshop: Workshop, { lesson, language, running }: LessonView) {
  const here = learnerPosition(workshop);
  const isCurrent = here.lesson === lesson;
  const progress = progressOf(here.progress, nameOf(lesson));
  const all = lesson.manifest.tasks.length;
  const summary = `${all - openTasks(lesson, progress).length} of ${all} tasks done`;
  const left = shownMinutes(minutesOf(workshop, here.progress).left);
  return html`<div id="live" data-summary=${summary}>
    ${preparingNotice(workshop)}
    <p class="left"><small>${summary} · ${left} of the course left</small></p>
    ${tasksSection(lesson, progress, { isCurrent, running, language })}
    ${
      isCurrent && progress
        ? html`${nextSection(workshop, lesson, progress)} ${hintsSection(lesson, progress, language)}
          ${toolsSection(lesson, listBackups(workshop.at.backupDir).length)}`
        : html`<p>The playground is laid out for another lesson.</p>
            ${button(`/lessons/${nameOf(lesson)}/start`, 'Start this lesson')}
            <p><small>Your files are backed up first.</small></p>`
    }
  </div>`;
}

function nextSection(workshop: Workshop, lesson: CourseLesson, progress: LessonProgress) {
  const at = `/lessons/${nameOf(lesson)}`;
  if (openTasks(lesson, progress).length > 0) {
    const { edits, tasks } = lesson.manifest;
    const manual = tasks.some((task) => task.manual);
    const markers = markersIn(workshop.at.playground, lesson);
    const firstLine = (path: string) => markers.find((marker) => marker.path === path)?.number;
    return html`${
        edits.length > 0 &&
        html`<p>
            Edit these files; every save is checked${manual && ', except for tasks that say otherwise'}. Run
            commands in <code>playground/</code>.
          </p>
          <ul class="files">
            ${edits.map((path) => html`<li>${fileLink(workshop, path, firstLine(path))}</li>`)}
          </ul>`
      }
      <div class="buttons">${button(`${at}/check`, 'Check now')}</div>`;
  }
  const isLast = lesson.number === workshop.course.lessons.length;
  return html`${isLast && html`<p>Next: ${nextStep(workshop, lesson, progress)}</p>`}
    <div class="buttons">
      ${!isLast && button(`${at}/next`, 'Next lesson')} ${button(`${at}/check`, 'Check now', { quiet: true })}
    </div>`;
}

function toolsSection(lesson: CourseLesson, backups: number) {
  const at = `/lessons/${nameOf(lesson)}`;
  return html`<section aria-labelledby="tools">
    <h2 id="tools">Compare or start again</h2>
    <p><a id="to-diff" href=${`${at}/diff`}>Differences to the solution</a></p>
    <div class="buttons">
      ${button(`${at}/solve`, 'Lay out the solution', { quiet: true })}
      ${button(`${at}/reset`, 'Start this lesson again', { quiet: true })}
    </div>
    <p>
      <small>
        Both back up your files
        first${backups > 0 && html` (<a id="to-backups" href="/#backups">${backups} so far</a>)`}.
      </small>
    </p>
  </section>`;
}

function languageLinks(lesson: CourseLesson, language: string) {
  const all = Object.keys(lesson.readmes);
  if (all.length < 2) return '';
  return html`<p class="languages" lang="en">
    Language:
    ${all.map((one) => html` <a href=${`?lang=${one}`} hreflang=${one} aria-current=${one === language ? 'true' : undefined}>${one}</a>`)}
  </p>`;
}

function neighbours({ course }: Workshop, lesson: CourseLesson, language: string) {
  const [before, after] = [course.lessons[lesson.number - 2], course.lessons[lesson.number]];
  return html`<nav class="neighbours" aria-label="Lessons">
    ${before && html`<a href=${`/lessons/${nameOf(before)}`}>← ${before.number}. ${wordsOf(before, language).title}</a>`}
    ${after && html`<a href=${`/lessons/${nameOf(after)}`}>${after.number}. ${wordsOf(after, language).title} →</a>`}
  </nav>`;
}
