// The provider's verification: for each message in the contract, the code that makes such a message is asked for one.
import { Verifier } from '@pact-foundation/pact';
import { userCreated } from './user-created.ts';

const sally = { id: 10, firstName: 'Jean-Marie', lastName: 'de La Beaujardière😀😍', username: 'sally' };

try {
  await new Verifier({
    provider: 'UserEvents',
    pactUrls: ['.messages/MailService-UserEvents.json'],
    stateHandlers: { 'Sally has just been created': () => Promise.resolve() },
    // By the description in the contract. No queue is needed: what is under contract is the content.
    messageProviders: {
      'the message that a user has been created': () => Promise.resolve(userCreated(sally)),
    },
    logLevel: 'error',
  }).verifyProvider();
  console.log('The message is as the contract wants it.');
} catch {
  // What is wrong stands above, told by the verifier.
  process.exitCode = 1;
}
