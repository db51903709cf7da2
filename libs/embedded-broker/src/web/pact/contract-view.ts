import type { Database } from '../../database/index.ts';
import { contentText, parseTree, valueAt } from '../../pacts/index.ts';
import { html, renderOnce, type Rendered } from '../html.ts';
import { interactionSection } from './interaction-view.ts';
import { interactionsOf } from './interaction.ts';
import { prettyJson } from './pretty-json.ts';

const kept = 100;
const byDatabase = new WeakMap<Database, Map<number, Rendered>>();

/**
 * The rendered contract of a content. A content never changes, so its markup is kept: those that were shown last.
 */
export function contractOf(database: Database, pactVersionId: number): Rendered {
  let rendered = byDatabase.get(database);
  if (!rendered) byDatabase.set(database, (rendered = new Map<number, Rendered>()));
  const known = rendered.get(pactVersionId) ?? contractView(contentText(database, pactVersionId));
  rendered.delete(pactVersionId);
  rendered.set(pactVersionId, known);
  const [oldest] = rendered.keys();
  if (rendered.size > kept && oldest !== undefined) rendered.delete(oldest);
  return known;
}

function contractView(text: string): Rendered {
  const pact = parseTree(text);
  const interactions = interactionsOf(pact);
  const specification =
    valueAt(pact, 'metadata', 'pactSpecification', 'version') ??
    valueAt(pact, 'metadata', 'pact-specification', 'version');
  if (interactions.length === 0)
    return renderOnce(
      html`<div>
        <p>This document has no interactions. It is shown as it was published.</p>
        <pre>${prettyJson(pact)}</pre>
      </div>`,
    );
  return renderOnce(
    html`<div>
      <h2 id="interactions">
        ${interactions.length === 1 ? '1 interaction' : `${interactions.length} interactions`}
      </h2>
      ${
        typeof specification === 'string'
          ? html`<p class="quiet">Pact specification ${specification}</p>`
          : null
      }
      <ol>
        ${interactions.map(
          ({ id, description, states }) =>
            html`<li>
              <a href=${`#${id}`}
                >${states.length === 0 ? '' : `Given ${states.map(({ name }) => name).join(' and ')}: `}${description}</a
              >
            </li>`,
        )}
      </ol>
      ${interactions.map(interactionSection)}
    </div>`,
  );
}
