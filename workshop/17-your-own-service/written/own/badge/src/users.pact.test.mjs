// The contract of BadgePrinter with UserService: what BadgePrinter asks for, and what it needs of the answer. No more.
import { rmSync } from 'node:fs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Matchers, Pact } from '@pact-foundation/pact';
import { badgeOf } from './users.mjs';

const { like } = Matchers;
const pact = new Pact({ consumer: 'BadgePrinter', provider: 'UserService', dir: 'pacts', logLevel: 'error' });
// Pact adds to a file that is there, so an interaction that was renamed would stay in it. All tests of this contract
// are in this file.
rmSync('pacts/BadgePrinter-UserService.json', { force: true });

test('UserService answers GET /user/1', async () => {
  await pact
    .addInteraction()
    .given('user 1 exists')
    .uponReceiving('a request for GET /user/1')
    .withRequest('GET', '/user/1')
    .willRespondWith(200, (response) =>
      // TODO: the fields that your code reads, with an example of each, such as name: 'Sally'.
      response.jsonBody(like({})),
    )
    .executeTest(async ({ url }) => {
      const answer = await badgeOf(url, 1);
      // TODO: what your code makes of the answer.
      assert.ok(answer);
    });
});
