import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { startServer } from '../test/http-server.ts';
import { BrokerClient } from './index.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const file = new URL('../test/recorded/official-refusals.json', import.meta.url);
const { answers } = JSON.parse(readFileSync(file, 'utf8')) as { answers: Readonly<Record<string, Answer>> };

const expected: Readonly<Record<string, string>> = {
  'a pacticipant without a name': 'name: is missing',
  'text that is no JSON': 'JSON::ParserError - expected object key, got EOF at line 1 column 2',
  'a publication without contracts': 'pacticipantVersionNumber: is missing; contracts: is missing',
  'another contract for the same version':
    'contracts: Cannot change the content of the pact for Consumer version 1 and provider Provider',
  'a pact of others than its address says':
    "provider.name: name in pact 'Provider' does not match name in URL path 'Other'.",
  'a version that is not there': 'The requested document was not found on this server.',
  'a matrix without selectors': 'Please provide 1 or more version selectors.',
  'an environment without a name': 'name: is missing; production: is missing',
  'selectors of no known form':
    'consumerVersionSelectors: must specify a value for environment or tag or branch',
  'a webhook without a request': 'request: is missing',
};

it.each(Object.entries(answers))(
  'The client reads the messages of the official broker for %s',
  async (what, answer) => {
    await using server = await startServer((_request, response) => {
      response.writeHead(answer.status, { 'Content-Type': answer.type }).end(answer.text);
    });
    const asked = new BrokerClient({ baseUrl: server.url, retries: 0 }).post(`${server.url}/asked`, {});
    await expect(asked).rejects.toThrow(`The Pact Broker says: ${expected[what]}`);
  },
);
