import { wordsOf, type CourseLesson } from '../../course/index.ts';
import { html } from '../html.ts';

/** What a lesson is about: its one idea, how long it takes, and what the learner can do afterwards. */
export function lessonIntro(lesson: CourseLesson, language: string) {
  const { concept, objectives } = wordsOf(lesson, language);
  // In other languages it may be a noun, which German writes with a capital.
  const shown = language === 'en' ? objectives.map(lowerFirst) : objectives;
  return html`<p class="concept">${concept}</p>
    <details class="objectives" open>
      <summary lang="en">After these ${lesson.manifest.minutes} minutes you can</summary>
      <ul>
        ${shown.map((objective) => html`<li>${objective}</li>`)}
      </ul>
    </details>`;
}

/** An objective begins with a verb, which goes on with the sentence above the list. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
