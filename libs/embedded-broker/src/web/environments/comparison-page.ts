import type { Environment, Stay } from '../../environments/index.ts';
import { counted } from '../components/counted.ts';
import { shortened } from '../components/shortened.ts';
import { status, type Tone } from '../components/status.ts';
import { table } from '../components/table.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { comparisonForm } from './comparison-form.ts';
import type { Difference } from './comparison.ts';

/** Two environments, and what each has. */
export interface Comparison {
  readonly left: Environment;
  readonly right: Environment;
  readonly differences: readonly Difference[];
  /** Whether what is the same is left out. */
  readonly onlyChanged: boolean;
  readonly environments: readonly Environment[];
}

/** Two environments side by side. */
export function comparisonPage(compared: Comparison, call: PageCall): string {
  const { left, right, differences, onlyChanged, environments } = compared;
  const { links } = call;
  const changed = differences.filter(({ kind }) => kind !== 'same');
  const shown = onlyChanged ? changed : differences;
  return page(
    {
      title: `${left.displayName} and ${right.displayName}`,
      section: 'environments',
      trail: [{ label: 'Environments', href: links.environments() }],
      links,
    },
    html`${comparisonForm(environments, links, { left: left.name, right: right.name, onlyChanged })}
      <p>
        ${
          changed.length === 0
            ? 'Both have the same versions.'
            : `${changed.length} of ${counted(differences.length, 'pacticipant')} ${changed.length === 1 ? 'differs' : 'differ'}.`
        }
      </p>
      ${
        shown.length > 0 &&
        table(
          `Versions in ${left.displayName} and in ${right.displayName}`,
          ['Pacticipant', left.displayName, right.displayName, 'Difference', { label: 'More', fixed: true }],
          shown.map((difference) => row(difference, compared, call)),
        )
      }`,
  );
}

function row(
  { pacticipant, left, right, kind }: Difference,
  compared: Comparison,
  { links }: PageCall,
): Content {
  const [tone, words] = inWords(kind, compared);
  return html`<tr>
    <td><a href=${links.pacticipant(pacticipant)}>${pacticipant}</a></td>
    <td>${versions(left)}</td>
    <td>${versions(right)}</td>
    <td>${status(tone, words)}</td>
    <td>
      ${
        kind !== 'same' &&
        left.map(({ number }) => {
          const question = new URLSearchParams({
            pacticipant,
            version: number,
            environment: compared.right.name,
          });
          return html`<a
            href=${`${links.to('/can-i-deploy')}?${question}`}
            aria-label=${`Can it go to ${compared.right.displayName}? ${pacticipant} ${number}`}
            >Can it go to ${compared.right.displayName}?</a
          > `;
        })
      }
    </td>
  </tr>`;
}

function versions(stays: readonly Stay[]): Content {
  return stays.length === 0 ? '–' : stays.map(({ number }) => html`${shortened(number)} `);
}

function inWords(kind: Difference['kind'], { left, right }: Comparison): readonly [Tone, string] {
  if (kind === 'same') return ['good', 'same'];
  if (kind === 'different') return ['open', 'different'];
  return ['none', `only in ${kind === 'only left' ? left.displayName : right.displayName}`];
}
