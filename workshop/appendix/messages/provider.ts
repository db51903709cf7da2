// The provider's verification: for each message in the contract, the code that makes such a message is asked for one.
import { verifyProvider } from '@pact-workshop/pact-tooling';
import { userCreated } from './user-created.ts';

const sally = { id: 10, firstName: 'Jean-Marie', lastName: 'de La Beaujardière😀😍', username: 'sally' };

try {
  await verifyProvider({
    provider: 'UserEvents',
    files: ['.messages/MailService-UserEvents.json'],
    stateHandlers: { 'Sally has just been created': () => undefined },
    // By the description in the contract. No queue is needed: what is under contract is the content.
    messageProviders: {
      'the message that a user has been created': () => userCreated(sally),
    },
  });
  console.log('The message is as the contract wants it.');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
