import type { MatrixRow, ShownRow, VersionFacts } from '../../matrix/index.ts';
import { shortened } from '../components/shortened.ts';
import { badge, status } from '../components/status.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { versionBadges } from '../components/version-badges.ts';
import { html, renderOnce, type Content, type Rendered } from '../html.ts';
import type { PageCall } from '../page-route.ts';
import { marksOf, type Marks } from './marks.ts';

/**
 * Rows of the matrix as a table. A column of names is left out where there is only one name.
 * @param caption says which rows they are
 */
export function rowsTable(
  caption: string,
  shown: readonly ShownRow[],
  factsOf: (versionId: number) => VersionFacts,
  call: PageCall,
): Content {
  const isOnePair =
    new Set(shown.map(({ row: { pact } }) => `${pact.consumerId} ${pact.providerId}`)).size <= 1;
  const marks = marksOf(shown.map(({ row }) => row));
  const name = (text: string) =>
    isOnePair ? null : html`<td><a href=${call.links.pacticipant(text)}>${text}</a></td>`;
  // The same few versions stand in many rows; drawing each once takes a third of the time.
  const consumers = drawnOnce(
    ({ pact }) => pact.publicationId,
    (row) => consumerVersion(row, factsOf, call),
  );
  const providers = drawnOnce(
    ({ providerVersion }) => providerVersion?.id ?? 0,
    (row) => providerVersion(row, factsOf),
  );
  return table(
    caption,
    [
      ...(isOnePair ? [] : ['Consumer']),
      'Consumer version',
      'Pact published',
      ...(isOnePair ? [] : ['Provider']),
      'Provider version',
      'Pact verified',
    ],
    shown.map(
      ({ row, ignored }) =>
        html`<tr class=${ignored ? 'ignored' : undefined}>
          ${name(row.pact.consumerName)}
          <td>${consumers(row)}</td>
          <td data-key=${row.pact.publishedAt}>${publication(row, marks(row), call)}</td>
          ${name(row.pact.providerName)}
          <td>${providers(row)}</td>
          <td data-key=${row.result?.verifiedAt ?? ''}>
            ${result(row, marks(row), call)} ${ignored ? badge('note', 'ignored') : null}
          </td>
        </tr>`,
    ),
  );
}

/** Draws what rows with the same id have in common, each only once. */
function drawnOnce(
  idOf: (row: MatrixRow) => number,
  draw: (row: MatrixRow) => Content,
): (row: MatrixRow) => Rendered {
  const drawn = new Map<number, Rendered>();
  return (row) => {
    const id = idOf(row);
    const known = drawn.get(id) ?? renderOnce(draw(row));
    drawn.set(id, known);
    return known;
  };
}

function consumerVersion(
  { pact }: MatrixRow,
  factsOf: (versionId: number) => VersionFacts,
  { links }: PageCall,
): Content {
  const { consumerName, providerName, consumerVersion } = pact;
  const href = links.pact(consumerName, providerName, consumerVersion.number);
  return html`${shortened(consumerVersion.number, href)} ${versionBadges(factsOf(consumerVersion.id))}`;
}

function providerVersion(
  { providerVersion }: MatrixRow,
  factsOf: (versionId: number) => VersionFacts,
): Content {
  if (!providerVersion) return html`<span class="quiet">none yet</span>`;
  return html`${shortened(providerVersion.number)} ${versionBadges(factsOf(providerVersion.id))}`;
}

function publication({ pact }: MatrixRow, { content }: Marks, { now }: PageCall): Content {
  if (content === undefined) return time(pact.publishedAt, now);
  return html`${time(pact.publishedAt, now)}
    <span class="badge note" title=${`The versions marked like this published the same content: ${pact.sha}`}
      >same content ${content}</span
    >`;
}

const preVerified =
  'This pact was "pre-verified": it has the same content as a pact that had been verified before it was published.';

function result({ pact, result }: MatrixRow, marks: Marks, { links, now }: PageCall): Content {
  if (!result) return status('none', 'No result');
  const { consumerName, providerName, sha } = pact;
  const href = links.verificationResult(consumerName, providerName, sha, result.number);
  const words = result.success ? 'Verified' : 'Failed';
  return html`${status(result.success ? 'good' : 'bad', html`<a href=${href}>${words}</a>`)}
  ${time(result.verifiedAt, now)}
  ${marks.preVerified ? html`<span class="badge note" title=${preVerified}>pre-verified</span>` : null}`;
}
