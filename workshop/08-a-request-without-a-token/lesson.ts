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
    },
    {
      id: 'provider',
      title: 'The provider lets everybody in',
      command: 'make provider',
      before: passes(/✓ does what its consumers expect of it/),
      after: fails(/1 of \d+ interactions failed[^]*expected 401 but was 200/),
    },
  ],
  contract: withTokens,
  hints: [
    'Task 1 has two places: the client (one line in bodyOf) and the contract.',
    'In the contract the request has Accept and nothing else; the client is clientOf(url), without withToken.',
    'if (status === 401 || status === 403) throw new UnauthorizedError();',
    ".willRespondWith(401, (response) => response.headers({ ...json, ...correlationId, 'WWW-Authenticate': 'Bearer' })) — and in the provider's test: 'User is not authenticated': () => users.replaceAll([sally]). This lesson ends red.",
  ],
};

export default lesson;
