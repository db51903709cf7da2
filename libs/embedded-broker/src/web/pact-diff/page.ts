import { preformatted } from '../components/preformatted.ts';
import type { Publication } from '../../pacts/index.ts';
import { shortened, shortText } from '../components/shortened.ts';
import { badge } from '../components/status.ts';
import { time } from '../components/time.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import { interactionSection } from '../pact/interaction-view.ts';
import { statesWords } from '../pact/interaction.ts';
import type { PageCall } from '../page-route.ts';
import type { InteractionChange, Lines } from './compare.ts';

/** What the comparison of two pacts shows. */
export interface ShownDiff {
  readonly before: Publication;
  readonly after: Publication;
  readonly changes: readonly InteractionChange[];
}

/** The page that compares two pacts of an integration. */
export function diffPage(
  { before, after, changes }: ShownDiff,
  { links, now }: Pick<PageCall, 'links' | 'now'>,
): string {
  const { consumerName: consumer, providerName: provider } = after;
  const of = (kind: InteractionChange['kind']) => changes.filter((change) => change.kind === kind);
  const version = ({ consumerVersionNumber: number, createdAt }: Publication) =>
    html`${shortened(number, links.pact(consumer, provider, number))}, published ${time(createdAt, now)}`;
  const swap = new URLSearchParams({ from: after.consumerVersionNumber, to: before.consumerVersionNumber });
  return page(
    {
      title: `${consumer} ${shortText(before.consumerVersionNumber)} and ${shortText(after.consumerVersionNumber)} compared`,
      heading: html`What changed in the pact between ${consumer} and ${provider}`,
      section: 'overview',
      trail: [{ label: `${consumer} and ${provider}`, href: links.integrationDashboard(consumer, provider) }],
      links,
    },
    html`<dl class="facts">
        <dt>From</dt>
        <dd>${version(before)}</dd>
        <dt>To</dt>
        <dd>${version(after)}</dd>
        <dt>Interactions</dt>
        <dd>
          ${(['added', 'removed', 'changed', 'renamed', 'same'] as const)
            .filter((kind) => kind !== 'renamed' || of(kind).length > 0)
            .map((kind) => `${of(kind).length} ${kind === 'same' ? 'unchanged' : kind}`)
            .join(', ')}
        </dd>
      </dl>
      <ul class="actions">
        <li>
          <a class="button" href=${`${links.integration(consumer, provider, '/compare')}?${swap.toString()}`}
            >Compare the other way round</a
          >
        </li>
      </ul>
      ${before.sha === after.sha ? html`<p class="message good">Both versions expect the same of ${provider}.</p>` : null}
      ${changes.length > of('same').length ? html`<h2>Interactions that differ</h2>` : null}
      ${of('changed').map(changedSection)} ${of('renamed').map(renamedSection)}
      ${of('added').map((change) => wholeSection(change, 'Added'))}
      ${of('removed').map((change) => wholeSection(change, 'Removed'))} ${unchanged(of('same'))}`,
  );
}

function changedSection({ interaction, lines }: InteractionChange): Content {
  const { description, states } = interaction;
  return html`<section class="interaction" aria-label=${description}>
    <h3>${badge('note', 'Changed')} ${statesWords(states)}${description}</h3>
    ${
      lines
        ? preformatted('Changed lines', lines.map(run), 'diff')
        : html`<p>Comparing the lines took too long; open both pacts to compare them.</p>`
    }
  </section>`;
}

function renamedSection({ interaction, formerName }: InteractionChange): Content {
  const { description, states } = interaction;
  return html`<section class="interaction" aria-label=${description}>
    <h3>${badge('note', 'Renamed')} ${statesWords(states)}${description}</h3>
    <p>It was called <strong>${formerName}</strong>. Nothing else changed in it.</p>
  </section>`;
}

function run({ kind, text }: Lines): Content {
  const sign = kind === 'added' ? '+' : kind === 'removed' ? '-' : ' ';
  const signed = text.replace(/^(?=.)/gm, `${sign} `);
  if (kind === 'added') return html`<ins>${signed}</ins>`;
  return kind === 'removed' ? html`<del>${signed}</del>` : signed;
}

function wholeSection({ interaction, kind }: InteractionChange, words: string): Content {
  return html`<div class=${`whole ${kind}`}>
    <p>${badge('note', words)}</p>
    ${interactionSection({ ...interaction, id: `${kind}-${interaction.id}` })}
  </div>`;
}

function unchanged(changes: readonly InteractionChange[]): Content {
  if (changes.length === 0) return null;
  return html`<h2>Unchanged</h2>
    <ul>
      ${changes.map(
        ({ interaction: { states, description } }) => html`<li>${statesWords(states)}${description}</li>`,
      )}
    </ul>`;
}
