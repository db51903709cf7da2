import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Matchers, Pact, SpecificationVersion } from '@pact-foundation/pact';
import { welcomeMail } from './welcome-mail.ts';

const { like } = Matchers;

const dir = process.env['PACT_DIR'] ?? fileURLToPath(new URL('../../../pacts', import.meta.url));
const pact = new Pact({
  consumer: 'MailService',
  provider: 'UserService',
  dir,
  spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
  logLevel: 'error',
});

describe('The messages of the User Service, as the Mail Service needs them', () => {
  beforeAll(() => rm(join(dir, 'MailService-UserService.json'), { force: true }));

  it('make a welcome mail when a user has been created', () =>
    pact
      .addAsynchronousInteraction()
      .given('Sally has just been created')
      .expectsToReceive('the message that a user has been created', (message) => {
        message.withJSONContent(like({ id: 10, firstName: 'Sally', username: 'sally' }));
      })
      .executeTest(async (message) => {
        const mail = await Promise.resolve(welcomeMail(message.contents.content));
        expect(mail.to).toBe('sally@example.org');
        expect(mail.text).toContain('Welcome, Sally!');
      }));
});
