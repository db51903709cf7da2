import { wordsOf, type CourseLesson, type LessonWords, type Task } from '../../course/index.ts';
import { isUntouched, notDoneReason } from '../../findings/index.ts';
import type { LessonProgress, TaskResult } from '../../progress/index.ts';
import { html } from '../html.ts';
import { findingsSection } from './findings-section.ts';

/** The tasks of a lesson with their results. */
export function tasksSection(
  lesson: CourseLesson,
  progress: LessonProgress | undefined,
  {
    isCurrent,
    running,
    language,
  }: { readonly isCurrent: boolean; readonly running: string | undefined; readonly language: string },
) {
  const words = wordsOf(lesson, language);
  return html`<section aria-labelledby="tasks">
    <h2 id="tasks">Tasks</h2>
    <ol class="tasks">
      ${lesson.manifest.tasks.map((task, index) => taskItem(task, index + 1, words, progress?.tasks[task.id], isCurrent && running === task.id))}
    </ol>
  </section>`;
}

function taskItem(
  task: Task,
  number: number,
  words: LessonWords,
  result: TaskResult | undefined,
  isRunning: boolean,
) {
  const state = isRunning ? 'running' : stateOf(task, result);
  return html`<li id=${`task-${task.id}`} class=${state} data-news=${newsOf(number, state)}>
    <p class="task"><b class="state">${stateNames[state]}</b> ${words.tasks[task.id]}</p>
    <p>
      <code>${task.command}</code>${' '}
      ${result && html`<small>${(result.durationMs / 1000).toFixed(1)} s</small>`}
      ${result?.done && !task.after.passes && html` <small>It fails, as expected here.</small>`}
    </p>
    ${!result?.done && instructions(task)}
    ${result && !result.done && html`<p>${notDoneReason(task, inWords(result, words))}</p>`}
    ${result?.done && (result.leftOver ?? []).map((note) => html`<p><small>${note}</small></p>`)}
    ${result && findingsSection(task, result)}
  </li>`;
}

/** The result with the lesson's own sentences in the reader's language. */
function inWords(result: TaskResult, { says }: LessonWords): TaskResult {
  return { ...result, remarks: result.remarks?.map((sentence) => says[sentence] ?? sentence) };
}

/** What the learner has to know first: the commands to run before, and that saving does not run the task. */
function instructions({ runFirst = [], manual = false }: Task) {
  return html`${
    runFirst.length > 0 &&
    html`<p class="first">
      First run in <code>playground/</code>:${' '}
      ${runFirst.map((command, index) => html`${index > 0 && ', then '}<code>${command}</code>`)}
    </p>`
  }
  ${manual && html`<p class="manual">Saving does not run this task: press “Check now” when you are ready.</p>`}`;
}

/** The announcement of a new state, for screen readers; none for states that are only temporary or initial. */
function newsOf(number: number, state: keyof typeof stateNames): string | undefined {
  if (state === 'done') return `Task ${number} is done`;
  return state === 'failed' ? `Task ${number} is not done yet` : undefined;
}

function stateOf(task: Task, result: TaskResult | undefined): keyof typeof stateNames {
  if (!result) return 'open';
  if (result.done) return 'done';
  return isUntouched(task, result) ? 'untouched' : 'failed';
}

const stateNames = {
  running: 'Checking …',
  open: 'Open',
  untouched: 'To do',
  done: 'Done',
  failed: 'Not yet',
} as const;
