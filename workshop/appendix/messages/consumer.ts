// The consumer's contract test: writes the contract that a mail service has with whoever creates users.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { Matchers, Pact, SpecificationVersion } from '@pact-foundation/pact';
import { welcomeMail } from './welcome-mail.ts';

const { like } = Matchers;
const dir = '.messages';
await rm(dir, { recursive: true, force: true });

const pact = new Pact({
  consumer: 'MailService',
  provider: 'UserEvents',
  dir,
  spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
  logLevel: 'error',
});

await pact
  .addAsynchronousInteraction()
  .given('Sally has just been created')
  .expectsToReceive('the message that a user has been created', (message) => {
    message.withJSONContent({ id: like(10), firstName: like('Sally'), username: like('sally') });
  })
  .executeTest((message) => {
    const mail = welcomeMail(message.contents.content);
    assert.deepEqual(mail, { to: 'sally@example.org', text: 'Welcome, Sally! Your number is 10.' });
    return Promise.resolve();
  });
console.log(`${dir}/MailService-UserEvents.json is written.`);
