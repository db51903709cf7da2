import {
  byInteraction,
  failureExcerpt,
  type Comparison,
  type InteractionFindings,
} from '../../findings/index.ts';
import type { TaskResult } from '../../progress/index.ts';
import type { Task } from '../../course/index.ts';
import { html } from '../html.ts';

/** The details of a task's result: Pact's mismatches or an excerpt of the output, and the whole output, collapsed. */
export function findingsSection({ id, after }: Task, result: TaskResult) {
  const { mismatches, output, done } = result;
  const findings = byInteraction(mismatches);
  return html`
    ${findings.map((one, index) => interaction(one, `finding-${id}-${index}`))}
    ${findings.length === 0 && !done && html`<pre id=${`said-${id}`} tabindex="0">${failureExcerpt(output)}</pre>`}
    <details id=${`output-${id}`}>
      <summary id=${`open-${id}`}>The whole output</summary>
      ${!done && html`<p>When the task is done, it ${after.passes ? 'passes' : 'fails'} with <code>${after.because.source}</code>.</p>`}
      <pre id=${`whole-${id}`} tabindex="0">${output}</pre>
    </details>
  `;
}

function interaction({ interaction, states, mismatches }: InteractionFindings, id: string) {
  const given = states.length === 0 ? '' : `, given ${states.join(', ')}`;
  return html`<div id=${id} class="wide" tabindex="0">
    <table class="mismatch">
      <caption>
        ${interaction}${given}
      </caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Expected by the contract</th>
          <th scope="col">Actual answer</th>
        </tr>
      </thead>
      <tbody>
        ${mismatches.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row({ where, expected, actual, description }: Comparison) {
  return html`<tr>
    <th scope="row">${where}</th>
    ${
      expected === undefined || actual === undefined
        ? html`<td colspan="2">${description}</td>`
        : html`<td><pre class="expected">${expected}</pre></td>
            <td><pre class="actual">${actual}</pre></td>`
    }
  </tr>`;
}
