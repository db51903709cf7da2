import { preformatted } from '../components/preformatted.ts';
import { badge } from '../components/status.ts';
import { html, type Content } from '../html.ts';
import { commentsView } from '../pact/comments-view.ts';
import { statesWords } from '../pact/interaction.ts';
import type { CheckedInteraction } from './checked-interaction.ts';
import { interactionStatus } from './interaction-status.ts';
import type { Mismatch } from './mismatch.ts';
import type { InteractionResult } from './interaction-result.ts';

/**
 * One interaction with what was found.
 * @param pact the path of the page that shows it whole
 */
export function resultSection({ interaction, result }: CheckedInteraction, pact: string): Content {
  const { id, description, states, pending, comments } = interaction;
  return html`<section class="interaction" id=${id} aria-label=${description}>
    <h3>
      ${interactionStatus(result)}
      <a href=${`${pact}#${id}`}>${statesWords(states)}${description}</a>
      ${pending ? badge('note', 'marked as pending') : null}
    </h3>
    ${commentsView(comments)}
    ${
      pending && result?.success === false
        ? html`<p>
            The contract marks it as pending: the build stays green. can-i-deploy counts the failure all the
            same.
          </p>`
        : null
    }
    ${result && findings(result)}
  </section>`;
}

/** A result that is about no interaction of the pact. */
export function otherResult(result: InteractionResult): Content {
  const { description = 'without a description', state, interactionId } = result;
  return html`<section class="interaction">
    <h3>
      ${interactionStatus(result)} ${state === undefined ? '' : `Given ${state}: `}${description}
      ${interactionId === undefined ? null : html`<code>${interactionId}</code>`}
    </h3>
    ${findings(result)}
  </section>`;
}

/** Where everything is wrong, the first mismatches say as much as all. */
const mostMismatches = 100;

function findings({ success, mismatches, exceptions }: InteractionResult): Content {
  const diffs = [...new Set(mismatches.slice(0, mostMismatches).flatMap(({ diff }) => diff ?? []))];
  return html`${
    mismatches.length === 0
      ? null
      : html`<div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">Expected</th>
                <th scope="col">Actual</th>
                <th scope="col">What the verifier says</th>
              </tr>
            </thead>
            <tbody>
              ${mismatches.slice(0, mostMismatches).map(mismatchRow)}
            </tbody>
          </table>
        </div>`
  }
  ${
    mismatches.length > mostMismatches
      ? html`<p>And ${mismatches.length - mostMismatches} more: the result as JSON has them all.</p>`
      : null
  }
  ${diffs.map((diff) => preformatted('Difference', diff))}
  ${exceptions.map((text) => preformatted('What went wrong', text, 'bad'))}
  ${
    success || mismatches.length + exceptions.length > 0
      ? null
      : html`<p>The verifier does not say what was wrong.</p>`
  }`;
}

function mismatchRow({ where, words, expected, actual }: Mismatch): Content {
  return html`<tr>
    <td>${code(where)}</td>
    <td>${code(expected)}</td>
    <td>${code(actual)}</td>
    <td>${words}</td>
  </tr>`;
}

/** What the verifier does not say, an empty cell would leave open. */
function code(text: string | undefined): Content {
  return text === undefined ? html`<span class="quiet">not reported</span>` : html`<code>${text}</code>`;
}
