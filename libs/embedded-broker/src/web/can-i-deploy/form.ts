import type { Urls } from '../../http/index.ts';
import { nameList } from '../components/name-list.ts';
import { html, type Content } from '../html.ts';
import type { Choices } from '../matrix/choices.ts';
import type { DeployQuestion } from './question.ts';

/** The form that asks whether something can be deployed. */
export function deployForm(question: Partial<DeployQuestion>, choices: Choices, links: Urls): Content {
  const { pacticipant, environment, tag, to } = question;
  const usesTags = tag !== undefined || to !== undefined;
  return html`<form class="question" method="get" action=${links.to('/can-i-deploy')} data-without-blanks>
    <fieldset>
      <legend>Can I deploy</legend>
      <label>
        Pacticipant
        <input
          name="pacticipant"
          list="pacticipants"
          value=${pacticipant ?? ''}
          required
          autocomplete="off"
        />
      </label>
      ${text('version', 'Version', question)} ${text('branch', 'or the latest of branch', question)}
      <label>
        to environment
        <select name="environment">
          <option value="">none in particular</option>
          ${choices.environments.map(
            ({ name, displayName }) =>
              html`<option value=${name} selected=${name === environment}>${displayName}</option>`,
          )}
        </select>
      </label>
    </fieldset>
    <details open=${usesTags}>
      <summary>Where tags are used instead of branches and environments</summary>
      <fieldset>
        <legend>Tags</legend>
        ${text('tag', 'The latest version with tag', question)}
        ${text('to', 'to where this tag is', question)}
      </fieldset>
    </details>
    ${nameList('pacticipants', choices.pacticipants)} ${nameList('branches', choices.branches)}
    ${nameList('versions', choices.versions)}
    <button type="submit">Ask</button>
  </form>`;
}

function text(
  name: 'version' | 'branch' | 'tag' | 'to',
  label: string,
  question: Partial<DeployQuestion>,
): Content {
  return html`<label>
    ${label}
    <input
      name=${name}
      value=${question[name] ?? ''}
      list=${name === 'branch' ? 'branches' : name === 'version' ? 'versions' : undefined}
      autocomplete="off"
      spellcheck="false"
    />
  </label>`;
}
