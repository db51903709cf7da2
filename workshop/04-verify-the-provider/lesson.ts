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
      mistakes: [
        {
          output: /MissingStateHandlerError/,
          says: 'Every state in the contract needs a handler: hand stateHandlers over to verifyProvider.',
        },
        {
          output: /PactFileError/,
          says: 'There is no pact where your test looks for it: paths begin at apps/user-service, so it is ../../pacts.',
        },
        {
          output: /NoPactsError/,
          says: "No pact there is for a provider of this name: it is called 'UserService', as in the contract.",
        },
        {
          output: /✓ does what its consumers expect of it[^]*ProviderUnreachableError/,
          says: 'The provider stopped before it was verified: await verifyProvider.',
        },
        {
          output: /✓ does what its consumers expect of it/,
          says: 'Your test is green, although the provider answers something else: let the error of verifyProvider fail the test.',
        },
        {
          output: /ProviderUnreachableError/,
          says: 'The provider listens on server.url: that is the providerBaseUrl.',
        },
      ],
    },
  ],
  contract: guessed,
  hints: [
    'This lesson ends red: the verification is right, the client is wrong.',
    'verifyProvider takes one object. Four properties are needed: provider, providerBaseUrl, stateHandlers, files.',
    "const { interactions } = await verifyProvider({ provider: 'UserService', providerBaseUrl: server.url, stateHandlers, files: ['../../pacts'] });",
  ],
  wrong: {
    'swallows-the-failure': { task: 'verify', says: 'let the error of verifyProvider fail the test.' },
    'no-state-handlers': {
      task: 'verify',
      says: 'Every state in the contract needs a handler: hand stateHandlers over to verifyProvider.',
    },
    'another-folder': { task: 'verify', says: 'paths begin at apps/user-service' },
    'another-provider': { task: 'verify', says: "it is called 'UserService'" },
    'does-not-wait': { task: 'verify', says: 'await verifyProvider.' },
  },
};

export default lesson;
