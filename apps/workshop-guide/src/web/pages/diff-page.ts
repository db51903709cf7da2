import type { CourseLesson } from '../../course/index.ts';
import { nameOf } from '../../guide/index.ts';
import type { FileDifference } from '../../playground/index.ts';
import { html } from '../html.ts';
import { page } from './layout.ts';

/** Two states of a lesson that are compared. */
export interface Comparison {
  readonly from: string;
  readonly to: string;
  /** All states that can be chosen. */
  readonly states: readonly string[];
  readonly files: readonly FileDifference[];
}

/** The differences between two states of a lesson, by file; at first between the learner's files and the solution. */
export function diffPage(lesson: CourseLesson, { from, to, states, files }: Comparison): string {
  return page(
    { title: `Diff of lesson ${lesson.number}` },
    html`
      <h1>Differences between ${stateName(from)} and ${stateName(to)}</h1>
      <p><a href=${`/lessons/${nameOf(lesson)}`}>Back to lesson ${lesson.number}</a></p>
      <form method="get" class="compare">
        ${choice('from', 'From', from, states)} ${choice('to', 'to', to, states)}
        <button class="quiet">Compare</button>
      </form>
      ${files.length === 0 && html`<p>There are no differences.</p>`}
      ${files.map(
        ({ path, lines }, index) =>
          html`<section aria-labelledby=${`file-${index}`}>
            <h2 id=${`file-${index}`}><code>${path}</code></h2>
            <pre class="diff" tabindex="0">${lines.slice(2).map(diffLine)}</pre>
          </section>`,
      )}
    `,
  );
}

function choice(name: string, label: string, chosen: string, states: readonly string[]) {
  return html`<label
    >${label}${' '}
    <select name=${name}>
      ${states.map((state) => html`<option value=${state} selected=${state === chosen}>${stateName(state)}</option>`)}
    </select></label
  >`;
}

function stateName(state: string): string {
  const names: Readonly<Record<string, string>> = {
    yours: 'your files',
    start: 'the start',
    solution: 'the solution',
  };
  return names[state] ?? `the stage “${state}”`;
}

function diffLine(line: string) {
  if (line.startsWith('+')) return html`<ins>${line}${'\n'}</ins>`;
  if (line.startsWith('-')) return html`<del>${line}${'\n'}</del>`;
  return html`<span>${line}${'\n'}</span>`;
}
