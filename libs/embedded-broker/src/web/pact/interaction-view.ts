import { preformatted } from '../components/preformatted.ts';
import { html, type Content } from '../html.ts';
import { counted } from '../components/counted.ts';
import { badge } from '../components/status.ts';
import { bodyView } from './body-view.ts';
import { commentsView } from './comments-view.ts';
import type { Interaction, Part } from './interaction.ts';
import type { ShownRule } from './matching-rules.ts';
import { prettyJson } from './pretty-json.ts';

/** One section of a pact's page. */
export function interactionSection(interaction: Interaction): Content {
  const { id, kind, description, states, pending, stateValues, comments, parts, plugin, markup, document } =
    interaction;
  return html`<section class="interaction" id=${id} aria-label=${description}>
    <h3>
      ${description} ${kind === 'HTTP' ? null : badge('note', kind)}
      ${pending ? badge('note', 'marked as pending') : null}
    </h3>
    ${
      states.length === 0
        ? null
        : html`<p>
            Given
            ${states.map(
              ({ name, parameters }, i) =>
                html`${i === 0 ? '' : ' and '}<strong>${name}</strong> ${
                    parameters === undefined ? null : html`<code>${prettyJson(parameters, '')}</code>`
                  }`,
            )}
          </p>`
    }
    ${
      stateValues.length === 0
        ? null
        : html`<p>
            ${states.length > 1 ? 'The provider states have' : 'The provider state has'} to return
            ${stateValues.map((name, i) => html`${i === 0 ? '' : ', '}<code>${name}</code>`)}.
          </p>`
    }
    ${commentsView(comments)}
    <div class="halves">${parts.map(partView)}</div>
    ${parts.length === 0 ? preformatted('Interaction', prettyJson(document)) : null}
    ${
      markup === undefined
        ? null
        : html`<h4>As the plugin shows it</h4>
            ${preformatted('As the plugin shows it', markup)}`
    }
    ${plugin === undefined ? null : details('Data of the plugin', prettyJson(plugin))}
  </section>`;
}

function partView({ title, line, headers, body, rules, generators }: Part): Content {
  return html`<div>
    <h4>${title}${line === undefined ? null : html` <code>${line}</code>`}</h4>
    ${
      headers.length === 0
        ? null
        : preformatted(`${title}: headers`, headers.map(([name, value]) => `${name}: ${value}`).join('\n'))
    }
    ${body && bodyView(title, body)} ${ruleList('matching rule', rules)}
    ${ruleList('generated value', generators)}
  </div>`;
}

/** What is said of single values, to be unfolded. */
function ruleList(noun: string, rules: readonly ShownRule[]): Content {
  return rules.length === 0
    ? null
    : html`<details>
        <summary>${counted(rules.length, noun)}</summary>
        <ul>
          ${rules.map(({ where, words }) => html`<li><code>${where}</code> ${words}</li>`)}
        </ul>
      </details>`;
}

function details(summary: string, text: string): Content {
  return html`<details>
    <summary>${summary}</summary>
    ${preformatted(summary, text)}
  </details>`;
}
