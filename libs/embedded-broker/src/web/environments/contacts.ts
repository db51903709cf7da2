import { html, type Content } from '../html.ts';

/** Who to ask about an environment, as far as what was given can be read: a name, and details of any kind. */
export function contactsOf(contacts: readonly object[] | undefined): Content {
  if (!contacts || contacts.length === 0) return null;
  return html`<dt>Contacts</dt>
    ${contacts.map((contact) => html`<dd>${textOf(contact)}</dd>`)}`;
}

function textOf(contact: object): string {
  const { name, details } = contact as { name?: unknown; details?: unknown };
  const known = typeof details === 'object' && details !== null ? Object.entries(details) : [];
  const more = known.map(
    ([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [typeof name === 'string' ? name : '', ...more].filter((text) => text !== '').join(', ');
}
