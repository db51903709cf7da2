import type { CourseLesson } from '../../course/index.ts';
import { html } from '../html.ts';

/** What a lesson is about: its one idea, how long it takes, and what the learner can do afterwards. */
export function lessonIntro({ manifest }: CourseLesson) {
  return html`<p class="concept" lang="en">${manifest.concept}</p>
    <details class="objectives" lang="en" open>
      <summary>After these ${manifest.minutes} minutes you can</summary>
      <ul>
        ${manifest.objectives.map((objective) => html`<li>${lowerFirst(objective)}</li>`)}
      </ul>
    </details>`;
}

/** An objective begins with a verb, which goes on with the sentence above the list. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
