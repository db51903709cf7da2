import { fails, type Lesson } from '@pact-workshop/workshop-guide';
import { guessed } from '../contract.ts';

const lesson: Lesson = {
  title: 'The provider is verified',
  concept:
    'Verification replays every request of the contract against the real provider and compares the answers with what the consumer expects.',
  objectives: [
    'Verify a provider against a pact file',
    'Read a mismatch: where, what was expected, what came',
    'Place contract tests between unit and end-to-end tests',
  ],
  minutes: 6,
  edits: ['apps/user-service/src/user-service.pact.test.ts'],
  tasks: [
    {
      id: 'verify',
      title: 'The verification runs, and finds what the unit test could not',
      command: 'make provider',
      before: fails(/Expected: > 0|toBeGreaterThan/),
      after: fails(/1 of \d+ interactions failed[^]*(Expected .*\(Array\)|\(Array\).*\(Object\))/),
    },
  ],
  contract: guessed,
  hints: [
    'This lesson ends red: the verification is right, the client is wrong.',
    'verifyProvider takes one object. Four properties are needed: provider, providerBaseUrl, stateHandlers, files.',
    "const { interactions } = await verifyProvider({ provider: 'UserService', providerBaseUrl: server.url, stateHandlers, files: ['../../pacts'] });",
  ],
};

export default lesson;
