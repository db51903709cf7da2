import type { Urls } from '../../http/index.ts';
import { table } from '../components/table.ts';
import { verificationWords } from '../components/verification-words.ts';
import { html, type Content } from '../html.ts';
import type { Connection } from './connection.ts';

/** The connections of a network as text: for screen readers, the keyboard, and who wants to sort them. */
export function connectionTable(connections: readonly Connection[], links: Urls): Content {
  return table(
    'Contracts',
    ['Consumer', 'Provider', 'State', { label: 'More', fixed: true }],
    connections.map(
      ({ consumer, provider, status }) =>
        html`<tr>
          <td><a href=${links.pacticipant(consumer)}>${consumer}</a></td>
          <td><a href=${links.pacticipant(provider)}>${provider}</a></td>
          <td>${verificationWords(status)}</td>
          <td>
            <a
              href=${links.integrationDashboard(consumer, provider)}
              aria-label=${`Contract of ${consumer} with ${provider}`}
              >Contract</a
            >
          </td>
        </tr>`,
    ),
  );
}
