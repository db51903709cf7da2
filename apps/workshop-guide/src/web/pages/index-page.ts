import type { CourseLesson } from '../../course/index.ts';
import { nameOf, openTasks, learnerPosition, type Workshop } from '../../guide/index.ts';
import { listBackups, type Backup } from '../../playground/index.ts';
import { progressOf, type Progress } from '../../progress/index.ts';
import { html } from '../html.ts';
import { button } from './button.ts';
import { page } from './layout.ts';
import { preparingNotice } from './preparing-notice.ts';

/** The start page: all lessons and the progress. */
export function indexPage(workshop: Workshop): string {
  const { progress, lesson: current } = learnerPosition(workshop);
  const { lessons } = workshop.course;
  const finished = lessons.filter((lesson) => progressOf(progress, nameOf(lesson))?.finishedAt).length;
  return page(
    { title: 'Lessons', live: true },
    html`
      <h1>Lessons</h1>
      <div id="live" data-summary=${`${finished} of ${lessons.length} lessons done`}>
        ${preparingNotice(workshop)}
        <p>${finished} of ${lessons.length} lessons done. You work in <code>playground/</code>.</p>
        <ol class="lessons">
          ${lessons.map((lesson) => lessonItem(lesson, progress, lesson === current))}
        </ol>
        ${backupsSection(listBackups(workshop.at.backupDir))}
      </div>
    `,
  );
}

function lessonItem(lesson: CourseLesson, progress: Progress, isCurrent: boolean) {
  const { title, concept, minutes, tasks } = lesson.manifest;
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
      >${title}</a
    >
    <small>${state.join(' · ')}</small>
    <p>${concept}</p>
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
