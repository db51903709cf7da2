import type { Environment, Stay } from '../../environments/index.ts';
import type { Page } from '../../http/index.ts';
import type { VersionFacts } from '../../matrix/index.ts';
import { paging } from '../components/paging.ts';
import { shortened } from '../components/shortened.ts';
import { badge } from '../components/status.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { versionBadges } from '../components/version-badges.ts';
import { html, type Content } from '../html.ts';
import { page as wholePage } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { comparisonForm } from './comparison-form.ts';
import { contactsOf } from './contacts.ts';

/** What the page of an environment shows. */
export interface EnvironmentFacts {
  readonly environment: Environment;
  /** Part of the names of those pacticipants that are shown; empty for all. */
  readonly like: string;
  readonly now: readonly Stay[];
  /** How much is there now; of very much, only the first are read. */
  readonly totalNow: number;
  /** One page of what is and was there. */
  readonly history: readonly Stay[];
  readonly page: Page;
  /** How long the whole history is. */
  readonly total: number;
  readonly factsOf: (versionId: number) => VersionFacts;
  readonly environments: readonly Environment[];
}

/** How many versions are shown of what is in an environment now. */
export const mostNow = 200;

/** An environment: what is in it, since when, and what was in it before. */
export function environmentPage(facts: EnvironmentFacts, call: PageCall): string {
  const { environment, like, now, totalNow, history, page, total, environments } = facts;
  const { links } = call;
  const { displayName, name, production, contacts, uuid } = environment;
  return wholePage(
    {
      title: displayName,
      section: 'environments',
      trail: [{ label: 'Environments', href: links.environments() }],
      links,
    },
    html`<dl class="facts">
        <dt>Name</dt>
        <dd><code>${name}</code> ${production ? badge('note', 'production') : null}</dd>
        ${contactsOf(contacts)}
      </dl>
      ${filter(like, links.environment(uuid))}
      <h2>Here now</h2>
      ${
        totalNow > mostNow
          ? html`<p>The first ${mostNow} of ${totalNow}; filter by name to see others.</p>`
          : null
      }
      ${
        now.length === 0
          ? html`<p>${nothing(like)} is recorded as deployed or released here.</p>`
          : table(
              `Versions in ${displayName} now`,
              ['Pacticipant', 'Version', 'How', 'Since', { label: 'More', fixed: true }],
              now.slice(0, mostNow).map((stay) => nowRow(stay, facts, call)),
            )
      }
      ${environments.length > 1 && html`<h2>Compared with another</h2>`}
      ${comparisonForm(environments, links, { left: name })}
      <h2 id="history">History</h2>
      ${
        total === 0
          ? html`<p>${nothing(like)} was ever here.</p>`
          : table(
              `History of ${displayName}`,
              ['Pacticipant', 'Version', 'How', 'From', 'Until'],
              history.map((stay) => historyRow(stay, call)),
            )
      }
      ${paging(page, total, 'entries', (number) => `${links.environment(uuid)}?${new URLSearchParams({ name: like, page: String(number) })}#history`)}`,
  );
}

const nothing = (like: string) => (like === '' ? 'Nothing' : `No pacticipant whose name contains “${like}”`);

function filter(like: string, action: string): Content {
  return html`<form class="filters" method="get" action=${action} data-without-blanks>
    <label>
      Pacticipant
      <input name="name" value=${like} autocomplete="off" />
    </label>
    <button type="submit">Filter</button>
  </form>`;
}

function nowRow(stay: Stay, { factsOf, environment }: EnvironmentFacts, call: PageCall): Content {
  const { pacticipant, number, versionId } = stay;
  const { links, now } = call;
  const { branches, tags } = factsOf(versionId);
  const question = new URLSearchParams({ pacticipant, version: number, environment: environment.name });
  return html`<tr>
    <td><a href=${links.pacticipant(pacticipant)}>${pacticipant}</a></td>
    <td>${shortened(number)} ${versionBadges({ branches, tags, environments: [] })}</td>
    <td>${howOf(stay)}</td>
    ${sinceCell(stay, now)}
    <td>
      <a
        href=${`${links.to('/can-i-deploy')}?${question}`}
        aria-label=${`Does it work here? ${pacticipant} ${number}`}
        >Does it work here?</a
      >
    </td>
  </tr>`;
}

function historyRow(stay: Stay, { links, now }: PageCall): Content {
  const { pacticipant, number, until } = stay;
  return html`<tr>
    <td><a href=${links.pacticipant(pacticipant)}>${pacticipant}</a></td>
    <td>${shortened(number)}</td>
    <td>${howOf(stay)}</td>
    ${sinceCell(stay, now)}
    <td data-key=${until ?? '~'}>${until === null ? 'still there' : time(until, now)}</td>
  </tr>`;
}

function howOf({ kind, target }: Stay): Content {
  return html`${kind} ${target === null ? null : badge('note', `instance ${target}`)}`;
}

/** A release keeps the time when it was first recorded, also where its support had ended in between. */
function sinceCell({ since, again }: Stay, now: string): Content {
  return html`<td data-key=${again ?? since}>
    ${time(since, now)} ${again === null ? null : html`<small>recorded again ${time(again, now)}</small>`}
  </td>`;
}
