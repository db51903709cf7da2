import { wordsOf, type CourseLesson } from '../../course/index.ts';
import {
  learnerPosition,
  minutesOf,
  nameOf,
  openTasks,
  shownMinutes,
  type Workshop,
} from '../../guide/index.ts';
import { listBackups, type Backup } from '../../playground/index.ts';
import { progressOf, type Progress } from '../../progress/index.ts';
import { html, rendered } from '../html.ts';
import type { Introduction } from '../read-introduction.ts';
import { button } from './button.ts';
import { page } from './layout.ts';
import { preparingNotice } from './preparing-notice.ts';

/**
 * The front page: what the course is, a way to go on, all lessons and the progress.
 * @param introduction the text of the course about itself
 * @param language of the lessons' titles and concepts, where they have it
 */
export function indexPage(
  workshop: Workshop,
  introduction: Introduction | undefined,
  language: string,
): string {
  const { progress, lesson: current } = learnerPosition(workshop);
  const { lessons } = workshop.course;
  const finished = lessons.filter((lesson) => progressOf(progress, nameOf(lesson))?.finishedAt).length;
  const { all, left } = minutesOf(workshop, progress);
  const minutes = left < all ? `${shownMinutes(left)} left of ${shownMinutes(all)}` : shownMinutes(all);
  return page(
    { title: introduction?.title ?? 'Lessons', live: true },
    html`
      ${
        introduction &&
        html`<div lang=${introduction.language}>
          <h1>${introduction.title}</h1>
          ${rendered('text', introduction.html)}
        </div>`
      }
      ${introduction ? html`<h2>Lessons</h2>` : html`<h1>Lessons</h1>`}
      <div id="live" data-summary=${`${finished} of ${lessons.length} lessons done`}>
        ${preparingNotice(workshop)}
        <p>
          ${finished} of ${lessons.length} lessons done, ${minutes}. You work in <code>playground/</code>.
        </p>
        ${
          current &&
          html`<p>
            <a id="continue" class="button" href=${`/lessons/${nameOf(current)}`}
              >${finished === 0 ? 'Begin' : 'Continue'} with lesson ${current.number}:${' '}
              <span lang=${current.words[language] ? language : 'en'}
                >${wordsOf(current, language).title}</span
              ></a
            >
          </p>`
        }
        <ol class="lessons">
          ${lessons.map((lesson) => lessonItem(lesson, progress, language, lesson === current))}
        </ol>
        ${backupsSection(listBackups(workshop.at.backupDir))}
      </div>
    `,
  );
}

function lessonItem(lesson: CourseLesson, progress: Progress, language: string, isCurrent: boolean) {
  const { minutes, tasks } = lesson.manifest;
  const { title, concept } = wordsOf(lesson, language);
  const lang = lesson.words[language] ? language : 'en';
  const known = progressOf(progress, nameOf(lesson));
  const done = tasks.length - openTasks(lesson, known).length;
  const finished = known?.finishedAt !== undefined;
  const state = [
    `${minutes} min`,
    ...(finished ? ['done'] : []),
    ...(isCurrent ? [`you are here, ${done} of ${tasks.length} tasks done`] : []),
  ];
  return html`<li class=${finished ? 'done' : isCurrent ? 'current' : undefined}>
    <a
      id=${`lesson-${lesson.number}`}
      href=${`/lessons/${nameOf(lesson)}`}
      aria-current=${isCurrent ? 'step' : undefined}
      lang=${lang}
      >${title}</a
    >
    <small>${state.join(' · ')}</small>
    <p lang=${lang}>${concept}</p>
  </li>`;
}

function backupsSection(backups: readonly Backup[]) {
  if (backups.length === 0) return '';
  return html`<section aria-labelledby="backups">
    <h2 id="backups">Backups</h2>
    <p>Your files as they were before a command replaced them, the newest first.</p>
    <ul class="backups">
      ${backups
        .toReversed()
        .map(
          ({ name, lesson, before }) =>
            html`<li>
              <code>${name}</code> ${lesson}, before “${before}”
              ${button('/restore', 'Restore', { name, label: `Restore ${name}` })}
            </li>`,
        )}
    </ul>
  </section>`;
}
