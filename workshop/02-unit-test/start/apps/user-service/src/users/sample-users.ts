import type { User } from './user.ts';

/** The users a new database starts with. */
export const sampleUsers: readonly User[] = [
  {
    id: 10,
    firstName: 'Jean-Marie',
    lastName: 'de La Beaujardière😀😍',
    username: 'sally',
    type: 'admin',
  },
  { id: 11, firstName: 'Amina', lastName: 'Okafor', username: 'amina', type: 'user' },
  { id: 12, firstName: 'Guest', lastName: 'Visitor', username: 'guest', type: 'guest' },
];
