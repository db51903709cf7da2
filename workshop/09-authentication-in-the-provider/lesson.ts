import { fails, type Lesson } from '@pact-workshop/workshop-guide';
import { withTokens } from '../contract.ts';

const lesson: Lesson = {
  title: 'Authentication in the provider',
  concept:
    'A contract is written once, a token lives for a minute: what depends on time does not fit into a file.',
  objectives: [
    'Put authentication where no route can slip past it',
    'See one interaction turn green and three others red',
    'Say why a token in a contract is always too old',
  ],
  minutes: 6,
  edits: ['apps/user-service/src/app.ts'],
  tasks: [
    {
      id: 'authenticate',
      title: 'Nobody gets in without a good token, the verification included',
      command: 'make provider',
      before: fails(/expected 401 but was 200/),
      after: fails(/3 of \d+ interactions failed[^]*expected 200 but was 401/),
      mistakes: [
        {
          output: /expected 401 but was 200/,
          says: 'A request without a token still gets its answer: the check of the token has to come before the routes.',
        },
        {
          output: /[12] of \d+ interactions failed/,
          says: 'Only some of the routes ask for a token: the check belongs before all of them.',
        },
      ],
      probes: [
        {
          name: 'is-healthy-without-a-token',
          test: 'apps/user-service/src/is-healthy-without-a-token.test.ts',
          ends: 'green',
          says: 'Nobody can ask for /health without a token any more: the check of the token comes after it.',
        },
      ],
    },
  ],
  contract: withTokens,
  hints: [
    'requireBearerToken(jwtSecret, clock) gives a middleware; app.use takes it.',
    'Order matters in Express: what comes first is asked first. /health stays open.',
    'app.use(requireBearerToken(jwtSecret, clock)); — right where the TODO is. This lesson ends red, for another reason than the last one.',
  ],
  wrong: {
    'behind-the-routes': { task: 'authenticate', says: 'has to come before the routes.' },
    'before-everything': { task: 'authenticate', says: 'the check of the token comes after it.' },
    'only-for-one-user': { task: 'authenticate', says: 'Only some of the routes ask for a token' },
  },
};

export default lesson;
