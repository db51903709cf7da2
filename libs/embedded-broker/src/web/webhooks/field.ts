import { html, type Content } from '../html.ts';

/** Messages by the field's name, as the API has them. */
export type Errors = Readonly<Record<string, readonly string[]>>;

export interface Field {
  /** The name in the API's messages, e.g. `request.url`. */
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: Content;
  readonly type?: 'text' | 'password';
  readonly list?: string;
  readonly placeholder?: string;
  readonly rows?: number;
}

/** The id of a field, for links from messages. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** The name of a field in the sent form, e.g. `request[url]`. */
const formName = (name: string) => name.replace(/\.(.*)$/, '[$1]');

/** A field with its label, hint and mistakes. */
export function field(
  { name, label, value = '', hint, type = 'text', list, placeholder, rows }: Field,
  errors: Errors,
): Content {
  const id = fieldId(name);
  const messages = errors[name] ?? [];
  const describedBy = [...(hint ? [`${id}-hint`] : []), ...(messages.length > 0 ? [`${id}-error`] : [])];
  const shared = {
    id,
    name: formName(name),
    'aria-invalid': messages.length > 0 ? 'true' : undefined,
    'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
    spellcheck: 'false',
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${
      rows === undefined
        ? html`<input
            ...${shared}
            type=${type}
            value=${value}
            list=${list}
            placeholder=${placeholder}
            autocomplete=${type === 'password' ? 'new-password' : 'off'}
          />`
        : html`<textarea ...${shared} rows=${rows}>${value}</textarea>`
    }
    ${hint && html`<small class="quiet" id=${`${id}-hint`}>${hint}</small>`} ${fieldErrors(name, errors)}
  </div>`;
}

/** The mistakes of a field; nothing for a correct one. */
export function fieldErrors(name: string, errors: Errors): Content {
  const messages = errors[name] ?? [];
  if (messages.length === 0) return null;
  return html`<span class="field-error" id=${`${fieldId(name)}-error`}>${messages.join('; ')}</span>`;
}
