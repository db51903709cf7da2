import { z } from 'zod';

/** What this consumer needs of a user. Unknown further fields are welcome and ignored. */
export const userSchema = z.object({
  id: z.number().int(),
  // TODO: the name is in two fields now.
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  username: z.string(),
  type: z.enum(['admin', 'user', 'guest']),
});

export type User = z.infer<typeof userSchema>;
