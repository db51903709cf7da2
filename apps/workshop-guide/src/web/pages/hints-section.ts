import { wordsOf, type CourseLesson } from '../../course/index.ts';
import { nameOf } from '../../guide/index.ts';
import type { LessonProgress } from '../../progress/index.ts';
import { html } from '../html.ts';
import { button } from './button.ts';

/** The requested hints, and a button for one more. */
export function hintsSection(lesson: CourseLesson, progress: LessonProgress, language: string) {
  const { hints } = wordsOf(lesson, language);
  const shown = hints.slice(0, progress.hints);
  const left = hints.length - shown.length;
  return html`<section aria-labelledby="hints">
    <h2 id="hints">Hints</h2>
    ${
      shown.length > 0 &&
      html`<ol>
        ${shown.map((hint, index) => hintItem(hint, index + 1, hints.length, language))}
      </ol>`
    }
    ${
      left > 0
        ? button(
            `/lessons/${nameOf(lesson)}/hint`,
            shown.length === 0 ? 'Show a hint' : `One more hint (${left} left)`,
            { quiet: true },
          )
        : html`<p>
            There are no more hints;${' '}
            <a id="hints-to-diff" href=${`/lessons/${nameOf(lesson)}/diff`}>the diff</a> shows what is
            missing.
          </p>`
    }
  </section>`;
}

function hintItem(hint: string, number: number, all: number, language: string) {
  return html`<li
    id=${`hint-${number}`}
    class="hint"
    lang=${language}
    data-news=${`Hint ${number} of ${all}: ${hint}`}
  >
    ${hint}
  </li>`;
}
