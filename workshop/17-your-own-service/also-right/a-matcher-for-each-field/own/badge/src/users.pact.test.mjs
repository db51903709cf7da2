// The contract of BadgePrinter with UserService: what BadgePrinter asks for, and what it needs of the answer. No more.
import { rmSync } from 'node:fs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Matchers, Pact } from '@pact-foundation/pact';
import { badgeOf } from './users.mjs';

const { like, regex, string } = Matchers;
const pact = new Pact({ consumer: 'BadgePrinter', provider: 'UserService', dir: 'pacts', logLevel: 'error' });
// Pact adds to a file that is there, so an interaction that was renamed would stay in it. All tests of this contract
// are in this file.
rmSync('pacts/BadgePrinter-UserService.json', { force: true });

test('UserService answers GET /user/10', async () => {
  await pact
    .addInteraction()
    .given('User sally exists')
    .uponReceiving('a request for GET /user/10')
    .withRequest('GET', '/user/10', (request) =>
      request.headers({ Authorization: regex('^Bearer .+', 'Bearer a-valid-token') }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({ firstName: like('Sally'), lastName: string('McSmiley') }),
    )
    .executeTest(async ({ url }) => {
      const answer = await badgeOf(url, 10);
      assert.equal(answer, 'Sally McSmiley');
    });
});
