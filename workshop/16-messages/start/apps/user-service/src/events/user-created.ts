import type { User } from '../users/user.ts';

/** The message that is sent when a user has been created. What puts it into a queue calls this. */
export function userCreated({ id, firstName, lastName, username }: User) {
  return { id, firstName, lastName, username };
}
