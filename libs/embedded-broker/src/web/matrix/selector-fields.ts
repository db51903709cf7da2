import { html, type Content } from '../html.ts';
import type { Choices } from './choices.ts';
import { kindOf, selectorKinds, type SelectorFields, type SelectorKind } from './question.ts';

/**
 * The fields of one selector, under the API's own names. Without scripts all of them stand there, to fill in what is
 * wanted; with scripts a list of kinds leaves only those that matter.
 */
export function selectorFieldset(
  legend: string,
  fields: SelectorFields,
  { environments }: Choices,
  { required = false } = {},
): Content {
  const kind = kindOf(fields);
  return html`<fieldset data-selector>
    <legend>${legend}</legend>
    <label>
      Pacticipant
      <input
        name="q[][pacticipant]"
        list="pacticipants"
        value=${fields.pacticipant ?? ''}
        required=${required}
        autocomplete="off"
      />
    </label>
    <label class="needs-script">
      Versions
      <select data-kind>
        ${selectorKinds.map(
          ([value, words]) => html`<option value=${value} selected=${value === kind}>${words}</option>`,
        )}
      </select>
    </label>
    ${text('version', 'Version number', fields, ['version'])}
    ${text('branch', 'Branch', fields, ['latest-branch', 'branch'])}
    ${text('tag', 'Tag', fields, ['latest-tag', 'tag'])}
    <label data-for="environment">
      In environment
      <select name="q[][environment]">
        <option value="">any</option>
        ${environments.map(
          ({ name, displayName }) =>
            html`<option value=${name} selected=${name === fields.environment}>${displayName}</option>`,
        )}
      </select>
    </label>
    ${flag('latest', 'Latest only', fields, ['latest', 'latest-branch', 'latest-tag', 'main-branch'])}
    ${flag('mainBranch', 'From the main branch', fields, ['main-branch'])}
  </fieldset>`;
}

/** The suggestions of a field. */
const listOf = { branch: 'branches', version: 'versions', tag: undefined } as const;

function text(
  name: 'version' | 'branch' | 'tag',
  label: string,
  fields: SelectorFields,
  kinds: readonly SelectorKind[],
): Content {
  return html`<label data-for=${kinds.join(' ')}>
    ${label}
    <input
      name=${`q[][${name}]`}
      value=${fields[name] ?? ''}
      list=${listOf[name]}
      autocomplete="off"
      spellcheck="false"
    />
  </label>`;
}

/** A box that the kind of versions implies where there are scripts. */
function flag(
  name: 'latest' | 'mainBranch',
  label: string,
  fields: SelectorFields,
  kinds: readonly SelectorKind[],
): Content {
  return html`<label class="choice" data-for=${kinds.join(' ')} data-implied>
    <input type="checkbox" name=${`q[][${name}]`} value="true" checked=${fields[name] === 'true'} />
    ${label}
  </label>`;
}
