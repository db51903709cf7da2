import type { MatrixPreview, VersionFacts } from '../../matrix/index.ts';
import { counted } from '../components/counted.ts';
import type { Crumb } from '../components/breadcrumbs.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { rowsTable } from './rows-table.ts';

/** The answer to a question, as far as it is shown. */
export interface MatrixAnswer {
  readonly preview: MatrixPreview;
  readonly factsOf: (versionId: number) => VersionFacts;
  /** The question as a query string of the API. */
  readonly question: string;
}

/**
 * The matrix: which versions were verified with one another.
 * @param answer undefined as long as nothing, or something impossible, was asked
 * @param problems what is wrong with the question
 */
export function matrixPage(
  frame: { readonly title: string; readonly trail?: readonly Crumb[] },
  form: Content,
  answer: MatrixAnswer | undefined,
  problems: readonly string[],
  call: PageCall,
): string {
  return page(
    { ...frame, section: 'matrix', links: call.links },
    html`${
      problems.length > 0 &&
      html`<div class="message bad" role="alert">${problems.map((text) => html`<p>${text}</p>`)}</div>`
    }
    ${
      answer && problems.length === 0
        ? html`<details>
            <summary>Change the question</summary>
            ${form}
          </details>`
        : form
    }
    ${answer && answerOf(answer, frame.title, call)}`,
  );
}

function answerOf({ preview, factsOf, question }: MatrixAnswer, title: string, call: PageCall): Content {
  const { shown, total, success, failed, unknown, notices } = preview;
  return html`<p>
      ${total > shown.length ? `The newest ${shown.length} of ${counted(total, 'row')}` : counted(total, 'row')}:
      ${success} verified, ${failed} failed, ${unknown} without a result.
      <a href=${`${call.links.to('/matrix')}?${question}`}>Link to this question</a>
    </p>
    ${
      shown.length > 0
        ? rowsTable(title, shown, factsOf, call)
        : html`<ul>
            ${notices.map((text) => html`<li>${text}</li>`)}
          </ul>`
    }`;
}
