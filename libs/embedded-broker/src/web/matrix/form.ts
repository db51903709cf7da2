import { textOf, type RackHash } from '../../http/index.ts';
import { nameList } from '../components/name-list.ts';
import { html, type Content } from '../html.ts';
import type { Choices } from './choices.ts';
import { mostRows, type SelectorFields } from './question.ts';
import { ignoreFields, outcomeFields } from './narrowing-fields.ts';
import { selectorFieldset } from './selector-fields.ts';

const latestBys = [
  ['', 'All results'],
  ['cvpv', 'Latest result for each consumer version and provider version'],
  ['cvp', 'Latest result for each consumer version and provider'],
  ['cp', 'Latest result for each consumer and provider'],
] as const;

/** The form that asks the matrix: what it sends is a query of the API, so that its address can be shared and asked again. */
export function matrixForm(
  action: string,
  selectors: readonly SelectorFields[],
  query: RackHash,
  choices: Choices,
): Content {
  const [first = {}, second = {}, ...others] = selectors;
  const branch = textOf(query['branch']);
  const latestBy = textOf(query['latestby']) ?? '';
  return html`<form class="question" method="get" action=${action} data-without-blanks>
    ${selectorFieldset('Versions of', first, choices, { required: true })}
    ${selectorFieldset('with (optional)', second, choices)}
    ${others.map((other) => selectorFieldset('and with', other, choices))} ${targetFields(query, choices)}
    ${branch === undefined ? null : html`<input type="hidden" name="branch" value=${branch} />`}
    ${ignoreFields(query)} ${outcomeFields(query)}
    <fieldset>
      <legend>Show</legend>
      ${latestBys.map(
        ([value, words]) =>
          html`<label class="choice">
            <input type="radio" name="latestby" value=${value} checked=${value === latestBy} />
            ${words}
          </label>`,
      )}
      <label>
        At most
        <input name="limit" type="number" min="1" max=${mostRows} value=${limitIn(query)} />
      </label>
    </fieldset>
    ${nameList('pacticipants', choices.pacticipants)} ${nameList('branches', choices.branches)}
    ${nameList('versions', choices.versions)}
    <button type="submit">Show the matrix</button>
  </form>`;
}

/** An address may ask for more than the page shows, which the field would refuse to send. */
function limitIn(query: RackHash): string {
  const text = textOf(query['limit']) ?? '100';
  return Number(text) > mostRows ? String(mostRows) : text;
}

function targetFields(query: RackHash, { environments }: Choices): Content {
  const environment = textOf(query['environment']);
  return html`<fieldset>
    <legend>to deploy to (optional)</legend>
    <label>
      Environment
      <select name="environment">
        <option value="">none</option>
        ${environments.map(
          ({ name, displayName }) =>
            html`<option value=${name} selected=${name === environment}>${displayName}</option>`,
        )}
      </select>
    </label>
    <label>
      or tag
      <input name="tag" value=${textOf(query['tag']) ?? ''} autocomplete="off" />
    </label>
    <label class="choice">
      <input type="checkbox" name="mainBranch" value="true" checked=${query['mainBranch'] === 'true'} />
      or all main branches
    </label>
    <label class="choice">
      <input type="checkbox" name="latest" value="true" checked=${query['latest'] === 'true'} />
      Only the latest of these
    </label>
  </fieldset>`;
}
