import { counted } from '../components/counted.ts';
import { badge } from '../components/status.ts';
import { html, type Content } from '../html.ts';
import { checkedInteractions } from '../verification/checked-interaction.ts';
import { interactionStatus } from '../verification/interaction-status.ts';
import { interactionResults } from '../verification/test-results.ts';
import type { Contract } from './contract.ts';
import { statesWords } from './interaction.ts';

/** The interactions of a pact, each with how it did in the last verification. */
export function interactionList({ interactions }: Contract, testResults: string | null): Content {
  if (interactions.length === 0) return null;
  const { checked } = checkedInteractions(interactions, interactionResults(testResults));
  const hasDetails = checked.some(({ result }) => result);
  return html`<h2 id="interactions">${counted(interactions.length, 'interaction')}</h2>
    <ol class="interactions">
      ${checked.map(
        ({ interaction: { id, description, states, pending }, result }) =>
          html`<li>
            ${hasDetails ? interactionStatus(result) : null}
            <a href=${`#${id}`}>${statesWords(states)}${description}</a>
            ${pending ? badge('note', 'marked as pending') : null}
          </li>`,
      )}
    </ol>`;
}
