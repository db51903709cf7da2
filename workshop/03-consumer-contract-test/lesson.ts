import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { guessed } from '../contract.ts';

const lesson: Lesson = {
  title: 'The consumer writes its contract',
  concept:
    'A consumer contract test is a unit test whose stand-in keeps a record: the pact, which the provider can be held to.',
  objectives: [
    'Write an interaction: state, request, response',
    'Choose between exact values and matchers',
    'Find your way around in a pact file',
  ],
  minutes: 8,
  edits: ['apps/admin-service/src/user-service-client/user-service-client.pact.test.ts'],
  tasks: [
    {
      id: 'write-the-interaction',
      title: 'The contract says how a user is asked for',
      command: 'make consumer',
      writesContract: true,
      before: fails(/the interaction for one user is not written yet/),
      after: passes(/✓ gives a user that exists/),
      mistakes: [
        {
          output: /The following request was not expected/,
          says: 'The client asks for something else than the interaction says: compare withRequest with what stands in the output.',
        },
      ],
      probes: [
        {
          name: 'gives-another-user',
          test: 'apps/admin-service/src/user-service-client/user-service-client.pact.test.ts',
          ends: 'red',
          says: 'Your test is green for a client that returns somebody else: expect what getUser(10) returns.',
        },
      ],
      dependsOn: ['apps/admin-service/**'],
    },
  ],
  contract: guessed,
  hints: [
    'Copy the test of the list and change five things: the state, the description, the path, the body, the call of the client.',
    "What the client returns is what the contract has as an example: 'Sally', 'McSmiley Face😀😍' and so on, each in the place of its matcher.",
    'In place of eachLike(…) comes .jsonBody({ id: 10, ...sally }): the id is no matcher, because we ask for 10 and want no other.',
    `.given('User sally exists')
.uponReceiving("a request for the user with Sally's id")
.withRequest('GET', '/users/10', (request) => request.headers({ Accept: 'application/json' }))
.willRespondWith(200, (response) => response.headers({ ...json, ...correlationId }).jsonBody({ id: 10, ...sally }))
.executeTest(async ({ url }) => { await expect(clientOf(url).getUser(10)).resolves.toEqual({ id: 10, name: 'Sally McSmiley Face😀😍', … }); })`,
  ],
  wrong: {
    'copied-from-the-list': {
      task: 'write-the-interaction',
      says: 'Two interactions with the same description and the same states count as one',
    },
    'exact-values': {
      task: 'write-the-interaction',
      says: 'demands exactly the value of the example at $.firstName',
    },
    'expects-nothing': { task: 'write-the-interaction', says: 'expect what getUser(10) returns.' },
    'other-names': {
      task: 'write-the-interaction',
      says: "The contract has no interaction “a request for the user with Sally's id”",
    },
  },
};

export default lesson;
