import type { User } from '../user-service-client/index.ts';
import { html, page } from './layout.ts';

/** All users, each linked to its own page. */
export function userListPage(users: readonly User[]): string {
  if (users.length === 0) return page('Users', html`<p>There are no users yet.</p>`);
  return page(
    'Users',
    html`<table>
      <thead>
        <tr>
          <th>Name</th>
          <th>Username</th>
          <th>Type</th>
        </tr>
      </thead>
      <tbody>
        ${users.map(
          (user) =>
            html`<tr>
              <td><a href=${`/users/${user.id}`}>${[user.firstName, user.lastName].join(' ')}</a></td>
              <td>${user.username}</td>
              <td>${user.type}</td>
            </tr>`,
        )}
      </tbody>
    </table>`,
  );
}
