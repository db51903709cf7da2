import type { CourseLesson } from '../../course/index.ts';
import { nameOf } from '../../guide/index.ts';
import type { FileDifference } from '../../playground/index.ts';
import { html } from '../html.ts';
import { page } from './layout.ts';

/** The differences between the learner's files and the solution, by file. */
export function diffPage(lesson: CourseLesson, files: readonly FileDifference[]): string {
  return page(
    { title: `Diff of lesson ${lesson.number}` },
    html`
      <h1>Differences to the solution</h1>
      <p><a href=${`/lessons/${nameOf(lesson)}`}>Back to lesson ${lesson.number}</a></p>
      ${files.length === 0 && html`<p>Your files match the solution.</p>`}
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

function diffLine(line: string) {
  if (line.startsWith('+')) return html`<ins>${line}${'\n'}</ins>`;
  if (line.startsWith('-')) return html`<del>${line}${'\n'}</del>`;
  return html`<span>${line}${'\n'}</span>`;
}
