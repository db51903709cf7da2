import { nameList } from '../components/name-list.ts';
import { html, type Content } from '../html.ts';
import { eventNames } from '../../webhooks/index.ts';
import { field, fieldErrors, fieldId, type Errors } from './field.ts';
import type { FormValues } from './form-values.ts';

/** The values that the form offers. */
export interface FormChoices {
  readonly pacticipants: readonly string[];
  readonly labels: readonly string[];
  readonly methods: readonly string[];
  /** The names of template parameters. */
  readonly parameters: readonly string[];
}

/** The form of a new or a stored webhook, with each mistake at its field. */
export function webhookForm(
  action: string,
  values: FormValues,
  choices: FormChoices,
  errors: Errors,
  submit: string,
): Content {
  return html`${problems(errors)}
    <form class="fields" method="post" action=${action}>
      ${field({ name: 'description', label: 'Description', value: values.description }, errors)}
      ${whenFields(values, errors)} ${requestFields(values, choices, errors)}
      <label class="choice">
        <input type="checkbox" name="enabled" value="true" checked=${values.enabled} />
        Enabled
      </label>
      ${nameList('pacticipants', choices.pacticipants)} ${nameList('labels', choices.labels)}
      ${nameList('methods', choices.methods)}
      <p><button type="submit">${submit}</button></p>
    </form>`;
}

function problems(errors: Errors): Content {
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return html`<div class="message bad" role="alert">
    <p>Nothing was saved yet. Secrets are not sent back to you: please type them again.</p>
    <ul>
      ${all.map(
        ([name, messages]) =>
          html`<li><a href=${`#${fieldId(name)}`}>${name}</a> ${messages.join('; ')}</li>`,
      )}
    </ul>
  </div>`;
}

function whenFields({ events, consumer, provider }: FormValues, errors: Errors): Content {
  const side = (
    role: 'consumer' | 'provider',
    { name = '', label = '' }: { name?: string; label?: string },
  ) => {
    const any = `any ${role}`;
    return html`${field(
      { name: `${role}.name`, label: capital(role), value: name, list: 'pacticipants', placeholder: any },
      errors,
    )}
    ${field({ name: `${role}.label`, label: `or ${role}s with label`, value: label, list: 'labels' }, errors)}`;
  };
  return html`<fieldset
      id=${fieldId('events')}
      aria-describedby=${errors['events'] ? `${fieldId('events')}-error` : undefined}
    >
      <legend>When this happens</legend>
      ${eventNames.map(
        (name) =>
          html`<label class="choice">
            <input type="checkbox" name="events[]" value=${name} checked=${events.includes(name)} />
            ${name.replaceAll('_', ' ')}
          </label>`,
      )}
      ${fieldErrors('events', errors)}
    </fieldset>
    <fieldset>
      <legend>to a contract of</legend>
      ${side('consumer', consumer)} ${side('provider', provider)}
    </fieldset>`;
}

function requestFields(values: FormValues, { parameters }: FormChoices, errors: Errors): Content {
  const { method, url, headers, body, username, hasPassword } = values;
  return html`<fieldset class="stacked">
    <legend>make this request</legend>
    ${field({ name: 'request.method', label: 'Method', value: method, list: 'methods' }, errors)}
    ${field(
      { name: 'request.url', label: 'URL', value: url, placeholder: 'https://ci.example/verify' },
      errors,
    )}
    ${field(
      {
        name: 'request.headers',
        label: 'Headers',
        value: headers,
        rows: 4,
        hint: 'One a line: “Name: value”. Secret values are not shown; stars, or nothing, keep the stored one.',
      },
      errors,
    )}
    ${field(
      { name: 'request.body', label: 'Body', value: body, rows: 8, hint: 'JSON, or any text.' },
      errors,
    )}
    <details>
      <summary>What the URL, the headers and the body may hold</summary>
      <ul>
        ${parameters.map((name) => html`<li><code>${'${' + name + '}'}</code></li>`)}
      </ul>
    </details>
    ${field({ name: 'request.username', label: 'User name', value: username }, errors)}
    ${field(
      {
        name: 'request.password',
        label: 'Password',
        type: 'password',
        hint: hasPassword ? 'A password is stored. Left empty, it stays.' : undefined,
      },
      errors,
    )}
    ${
      hasPassword &&
      html`<label class="choice">
        <input type="checkbox" name="request[removePassword]" value="true" />
        Remove the stored password
      </label>`
    }
  </fieldset>`;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
