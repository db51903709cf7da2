import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withNobody } from '../contract.ts';

const lesson: Lesson = {
  title: 'A user that does not exist',
  concept:
    'The same request can have two right answers. Which one is due depends on the provider’s state, so the contract names it.',
  objectives: [
    'Describe an error case in a contract',
    'Name provider states',
    'Explain why interactions do not follow one upon another',
  ],
  minutes: 8,
  edits: [
    'apps/admin-service/src/user-service-client/user-service-client.ts',
    'apps/admin-service/src/user-service-client/user-service-client.pact.test.ts',
    'apps/user-service/src/user-service.pact.test.ts',
  ],
  tasks: [
    {
      id: 'not-found',
      title: 'The contract says what comes where there is no user, and the client understands it',
      command: 'make consumer',
      writesContract: true,
      before: fails(/the interaction with 404 is not written yet/),
      after: passes(/✓ has no user where none exists/),
      dependsOn: ['apps/admin-service/**'],
      mistakes: [
        {
          output: /The following request was not expected|Request-Mismatch/,
          says: 'The client asks for something else than the interaction says: it is GET /user/10 once more.',
        },
        {
          output: /Received promise rejected|UnexpectedResponseError|status 404/,
          says: 'The client does not turn a 404 into a UserNotFoundError yet.',
        },
      ],
      probes: [
        {
          name: 'does-not-know-404',
          test: 'apps/admin-service/src/user-service-client/user-service-client.pact.test.ts',
          ends: 'red',
          says: 'Your contract test is green for a client that does not know what 404 means: expect a UserNotFoundError.',
        },
        {
          name: 'takes-404-for-no-answer',
          test: 'apps/admin-service/src/user-service-client/user-service-client.pact.test.ts',
          ends: 'red',
          says: 'Your contract test is green for a client that returns nothing: expect that it throws.',
        },
      ],
    },
    {
      id: 'provider',
      title: 'The provider is asked for a user that does not exist, and has one',
      command: 'make provider',
      before: passes(/✓ does what its consumers expect of it/),
      after: fails(/1 of \d+ interactions failed[^]*expected 404 but was 200/),
      mistakes: [
        {
          output: /MissingStateHandlerError/,
          says: "The provider's test has no handler for 'User sally does not exist' yet: an empty one will do.",
        },
        {
          output: /✓ does what its consumers expect of it/,
          says: 'The provider fulfils it already, since your handler empties the data: that is the next lesson, here it stays empty.',
        },
      ],
    },
  ],
  contract: withNobody,
  hints: [
    'Begin with the contract: the new test is like the one above it, with another state, another description, 404, and no jsonBody.',
    'The request is the same as Sally’s. Only the state tells the two apart.',
    'await expect(clientOf(url).getUser(10)).rejects.toThrow(UserNotFoundError); and in the client, before bodyOf: if (response.status === 404) throw new UserNotFoundError(id);',
    "In the provider's test, an empty handler will do for now: 'User sally does not exist': () => undefined. This lesson ends red.",
  ],
  wrong: {
    'client-left-as-it-was': { task: 'not-found', says: 'TODO 1 is still in' },
    'expects-nothing': { task: 'not-found', says: 'Your contract test is green for a client that' },
    'state-of-the-one-above': {
      task: 'not-found',
      says: 'The contract has no interaction “a request for a user that does not exist”',
    },
    'another-id': { task: 'not-found', says: 'is GET /user/99, where GET /user/10 is due' },
    'no-state-in-the-provider': { task: 'provider', says: 'an empty one will do.' },
  },
};

export default lesson;
