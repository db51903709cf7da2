import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withTokens } from '../contract.ts';

const lesson: Lesson = {
  title: 'A request without a token',
  concept: 'A new demand on the provider, too, begins as a new interaction in a consumer’s contract.',
  objectives: ['Let a contract evolve', 'Describe who is refused, and how', 'Match a token by its form'],
  minutes: 8,
  edits: [
    'apps/admin-service/src/user-service-client/user-service-client.ts',
    'apps/admin-service/src/user-service-client/user-service-client.pact.test.ts',
    'apps/user-service/src/user-service.pact.test.ts',
  ],
  tasks: [
    {
      id: 'unauthorized',
      title: 'The contract says that a request without a token is refused, and the client understands it',
      command: 'make consumer',
      writesContract: true,
      before: fails(/the interaction without a token is not written yet/),
      after: passes(/✓ refuses a request without a token/),
      dependsOn: ['apps/admin-service/**'],
      mistakes: [
        {
          output: /The following request was not expected|Request-Mismatch/,
          says: 'The client asks for something else than the interaction says: GET /user/10 without Authorization.',
        },
        { output: /status 401/, says: 'The client does not turn a 401 into an UnauthorizedError yet.' },
      ],
      probes: [
        {
          name: 'does-not-know-401',
          test: 'apps/admin-service/src/user-service-client/user-service-client.pact.test.ts',
          ends: 'red',
          says: 'Your contract test is green for a client that does not know what 401 means: expect an UnauthorizedError.',
        },
        {
          name: 'knows-403',
          test: 'apps/admin-service/src/user-service-client/knows-403.test.ts',
          ends: 'green',
          says: 'The client has to make an UnauthorizedError of 403 as well as of 401, for users and for the list.',
        },
      ],
    },
    {
      id: 'provider',
      title: 'The provider lets everybody in',
      command: 'make provider',
      before: passes(/✓ does what its consumers expect of it/),
      after: fails(/1 of \d+ interactions failed[^]*expected 401 but was 200/),
      mistakes: [
        {
          output: /MissingStateHandlerError/,
          says: "The provider's test has no handler for 'User is not authenticated' yet.",
        },
        {
          output: /expected 401 but was 404/,
          says: "In the state 'User is not authenticated', Sally has to exist: only the token is missing.",
        },
      ],
    },
  ],
  contract: withTokens,
  hints: [
    'Task 1 has two places: the client (one line in bodyOf) and the contract.',
    'In the contract the request has Accept and nothing else; the client is clientOf(url), without withToken.',
    'if (status === 401 || status === 403) throw new UnauthorizedError();',
    ".willRespondWith(401, (response) => response.headers({ ...json, ...correlationId, 'WWW-Authenticate': 'Bearer' })) — and in the provider's test: 'User is not authenticated': () => users.replaceAll([sally]). This lesson ends red.",
  ],
  wrong: {
    'forgets-403': { task: 'unauthorized', says: 'make an UnauthorizedError of 403 as well' },
    'client-left-as-it-was': {
      task: 'unauthorized',
      says: 'Your contract test is green for a client that does not know what 401 means',
    },
    'sends-a-token': {
      task: 'unauthorized',
      says: 'comes with a token (Authorization), where it is due without one.',
    },
    'answers-403': { task: 'unauthorized', says: 'is answered with 403, where 401 is due.' },
    'no-state-in-the-provider': { task: 'provider', says: "no handler for 'User is not authenticated' yet." },
  },
};

export default lesson;
