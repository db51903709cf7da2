import type { LessonText } from '../../lesson-text/index.ts';
import { html, rendered } from '../html.ts';
import { page } from './layout.ts';

/** A page for a text without tasks. */
export function textPage({ title = 'Appendix', html: text }: LessonText): string {
  return page(
    { title },
    html`
      <article>
        <h1>${title}</h1>
        ${rendered('text', text)}
      </article>
      <p><a href="/">All lessons</a></p>
    `,
  );
}
