import type { Environment, Stay } from '../../environments/index.ts';
import type { Urls } from '../../http/index.ts';
import { shortened } from '../components/shortened.ts';
import { badge } from '../components/status.ts';
import { table } from '../components/table.ts';
import { html, type Content } from '../html.ts';

/** Which version of each pacticipant is in which environment. */
export function versionsByEnvironment(
  environments: readonly Environment[],
  stays: readonly Stay[],
  links: Urls,
): Content {
  const byPacticipant = Map.groupBy(stays, ({ pacticipant }) => pacticipant);
  return table(
    'What is where',
    ['Pacticipant', ...environments.map(({ displayName }) => displayName)],
    [...byPacticipant].map(([pacticipant, own]) => {
      const byEnvironment = Map.groupBy(own, ({ environmentId }) => environmentId);
      return html`<tr>
        <td><a href=${links.pacticipant(pacticipant)}>${pacticipant}</a></td>
        ${environments.map(({ id }) => html`<td>${versions(byEnvironment.get(id) ?? [])}</td>`)}
      </tr>`;
    }),
  );
}

function versions(stays: readonly Stay[]): Content {
  if (stays.length === 0) return '–';
  return stays.map(
    ({ number, target }) => html`${shortened(number)} ${target === null ? null : badge('note', target)} `,
  );
}
