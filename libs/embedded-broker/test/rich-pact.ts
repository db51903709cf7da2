import { readFileSync } from 'node:fs';

/**
 * A pact with everything that pages show: HTTP, messages of both kinds, states with parameters, matching rules in the
 * forms of the versions of the specification, a plugin, bytes, comments. `name` marks what differs.
 */
export function richPact(consumer: string, provider: string, name = 'Mary'): object {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [
      {
        type: 'Synchronous/HTTP',
        description: 'a request for a user',
        providerStates: [{ name: 'user 1 exists', params: { id: 1 } }, { name: 'the sun shines' }],
        request: {
          method: 'GET',
          path: '/users/1',
          query: { fields: ['name', 'id'] },
          headers: { Accept: ['application/json'] },
          matchingRules: { path: { combine: 'AND', matchers: [{ match: 'regex', regex: '/users/\\d+' }] } },
        },
        response: {
          status: 200,
          headers: { 'Content-Type': ['application/json'] },
          body: { content: { id: 1, name, tags: ['a'] }, contentType: 'application/json', encoded: false },
          matchingRules: {
            body: {
              '$.id': { combine: 'AND', matchers: [{ match: 'integer' }] },
              '$.tags': { combine: 'AND', matchers: [{ match: 'type', min: 1 }] },
            },
          },
        },
        comments: { text: ['agreed with the other team'] },
      },
      {
        type: 'Synchronous/HTTP',
        description: 'a picture',
        pending: true,
        request: { method: 'GET', path: '/users/1/picture' },
        response: {
          status: 200,
          body: { content: 'iVBORw0KGgo=', contentType: 'image/png', encoded: 'base64' },
        },
      },
      {
        type: 'Asynchronous/Messages',
        description: 'a user was renamed',
        contents: { content: { id: 1.0, was: name }, contentType: 'application/json', encoded: false },
        metadata: { topic: 'users' },
      },
      {
        type: 'Synchronous/Messages',
        description: 'an area is calculated',
        request: {
          contents: { content: 'EgQKAggD', contentType: 'application/protobuf', encoded: 'base64' },
        },
        response: [
          { contents: { content: 'CgYKBA==', contentType: 'application/protobuf', encoded: 'base64' } },
        ],
        pluginConfiguration: { protobuf: { service: 'Calculator/area' } },
        interactionMarkup: { markup: 'message AreaRequest', markupType: 'COMMON_MARK' },
      },
    ],
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

interface Recorded {
  readonly published: {
    readonly testResults: readonly { interactionDescription: string; mismatches?: readonly object[] }[];
  };
}

/** What Pact JS publishes when the first interaction fails in its body and its status. */
export function failingTestResults(interactionId: string): object[] {
  const file = new URL('./recorded/pact-js-results.json', import.meta.url);
  const { published } = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  const differences = ['another value', 'another type', 'another status'];
  const mismatches = published.testResults
    .filter(({ interactionDescription }) => differences.includes(interactionDescription))
    .flatMap((result) => result.mismatches ?? []);
  return [{ interactionDescription: 'a request for a user', interactionId, mismatches, success: false }];
}
