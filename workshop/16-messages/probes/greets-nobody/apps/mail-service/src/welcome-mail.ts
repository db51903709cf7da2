import { z } from 'zod';

/** What a mail needs of the message that a user has been created. */
const userCreated = z.object({ id: z.number().int(), firstName: z.string(), username: z.string() });

export interface Mail {
  readonly to: string;
  readonly text: string;
}

/**
 * Makes a mail of a message. It knows no queue: whatever receives messages calls it with the parsed content.
 * @throws ZodError when the message has not got what a mail needs
 */
export function welcomeMail(content: unknown): Mail {
  const user = userCreated.parse(content);
  return {
    to: `${user.username}@example.org`,
    text: `Welcome! Your number is ${user.id}.`,
  };
}
