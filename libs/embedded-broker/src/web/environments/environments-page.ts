import { preformatted } from '../components/preformatted.ts';
import type { Environment, environmentActivity, Stay } from '../../environments/index.ts';
import { badge } from '../components/status.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { comparisonForm } from './comparison-form.ts';
import { versionsByEnvironment } from './versions-by-environment.ts';

/**
 * Every environment, how much is in it, and which version of everything is where.
 * @param stays what is in any of them now
 */
export function environmentsPage(
  environments: readonly Environment[],
  activity: ReturnType<typeof environmentActivity>,
  stays: readonly Stay[],
  call: PageCall,
): string {
  return page(
    { title: 'Environments', section: 'environments', links: call.links },
    environments.length === 0
      ? empty(call.urls.base)
      : html`${table(
            'Environments',
            ['Environment', 'Deployed now', 'Released and supported', 'Last deployment'],
            environments.map((environment) => row(environment, activity.get(environment.id), call)),
          )}
          <h2>Two side by side</h2>
          ${comparisonForm(environments, call.links)}
          <h2>What is where</h2>
          ${
            stays.length === 0
              ? html`<p>Nothing is recorded as deployed or released yet.</p>`
              : versionsByEnvironment(environments, stays, call.links)
          }`,
  );
}

function row(
  { uuid, name, displayName, production }: Environment,
  { deployed = 0, released = 0, lastArrival = null }: Partial<Activity> = {},
  { links, now }: PageCall,
): Content {
  return html`<tr>
    <td>
      <a href=${links.environment(uuid)}>${displayName}</a> ${production ? badge('note', 'production') : null}
      ${name === displayName ? null : html`<small><code>${name}</code></small>`}
    </td>
    <td>${deployed}</td>
    <td>${released}</td>
    <td>${lastArrival === null ? 'none yet' : time(lastArrival, now)}</td>
  </tr>`;
}

type Activity = NonNullable<ReturnType<ReturnType<typeof environmentActivity>['get']>>;

function empty(broker: string): Content {
  return html`<p>There are no environments yet. Create the first one:</p>
    ${preformatted('Command', `npx pact-tooling create-environment --name production --production --broker-base-url ${broker}`)}
    <p>Then record after each deployment what is there, so that can-i-deploy knows:</p>
    ${preformatted('Command', `npx pact-tooling record-deployment --pacticipant NAME --version VERSION --environment production --broker-base-url ${broker}`)}`;
}
