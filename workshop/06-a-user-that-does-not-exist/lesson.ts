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
      before: fails(/the interaction with 404 is not written yet/),
      after: passes(/✓ has no user where none exists/),
      dependsOn: ['apps/admin-service/**'],
    },
    {
      id: 'provider',
      title: 'The provider is asked for a user that does not exist, and has one',
      command: 'make provider',
      before: passes(/✓ does what its consumers expect of it/),
      after: fails(/1 of \d+ interactions failed[^]*expected 404 but was 200/),
    },
  ],
  contract: withNobody,
  hints: [
    'Begin with the contract: the new test is like the one above it, with another state, another description, 404, and no jsonBody.',
    'The request is the same as Sally’s. Only the state tells the two apart.',
    'await expect(clientOf(url).getUser(10)).rejects.toThrow(UserNotFoundError); and in the client, before bodyOf: if (response.status === 404) throw new UserNotFoundError(id);',
    "In the provider's test, an empty handler will do for now: 'User sally does not exist': () => undefined. This lesson ends red.",
  ],
};

export default lesson;
