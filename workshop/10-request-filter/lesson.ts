import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withTokens } from '../contract.ts';

const lesson: Lesson = {
  title: 'A request filter',
  concept:
    'A request filter may change what is replayed, as little as possible: it puts a token that is good now where the contract has one that was an example.',
  objectives: [
    'Write a request filter',
    'Keep it from hiding what the contract says',
    'Tell what else varies with time and how to treat it',
  ],
  minutes: 6,
  edits: ['apps/user-service/src/user-service.pact.test.ts'],
  tasks: [
    {
      id: 'filter',
      title: 'All interactions hold, with tokens that are good now',
      command: 'make provider',
      before: fails(/3 of \d+ interactions failed[^]*expected 200 but was 401/),
      after: passes(/✓ does what its consumers expect of it/),
      mistakes: [
        {
          output: /1 of \d+ interactions failed[^]*expected 401 but was 200/,
          says: 'Your filter gives a token to everybody: a request without one has to stay without.',
        },
        {
          output: /3 of \d+ interactions failed[^]*expected 200 but was 401/,
          says: 'The service still refuses the tokens: hand requestFilter over to verifyProvider, and sign "Bearer " and a token with jwtSecret.',
        },
      ],
    },
  ],
  contract: withTokens,
  hints: [
    'A filter is an Express middleware: request.headers can be changed before next() sends it on.',
    'If you put a token into every request, the one that has to be refused is let in. Look for the header first.',
    `if (request.headers.authorization !== undefined) request.headers.authorization = \`Bearer \${signToken(jwtSecret, Date.now, 60)}\`;`,
    'Do not forget the second TODO: requestFilter, among what verifyProvider is given.',
  ],
  wrong: {
    'a-token-for-everybody': { task: 'filter', says: 'a request without one has to stay without.' },
    'not-handed-over': { task: 'filter', says: 'hand requestFilter over to verifyProvider' },
    'without-bearer': { task: 'filter', says: 'sign "Bearer " and a token' },
    'another-secret': { task: 'filter', says: 'with jwtSecret.' },
  },
};

export default lesson;
