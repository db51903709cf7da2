import type { User } from '../user-service-client/index.ts';
import { html, page } from './layout.ts';

/** One user. */
export function userPage(user: User): string {
  const facts = { Username: user.username, Type: user.type, Id: user.id };
  return page(
    `${user.firstName} ${user.lastName}`,
    html`<dl>
      ${Object.entries(facts).map(([name, value]) => [html`<dt>${name}</dt>`, html`<dd>${value}</dd>`])}
    </dl>`,
  );
}
