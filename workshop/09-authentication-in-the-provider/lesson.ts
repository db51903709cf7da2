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
    },
  ],
  contract: withTokens,
  hints: [
    'requireBearerToken(jwtSecret, clock) gives a middleware; app.use takes it.',
    'Order matters in Express: what comes first is asked first. /health stays open.',
    'app.use(requireBearerToken(jwtSecret, clock)); — right where the TODO is. This lesson ends red, for another reason than the last one.',
  ],
};

export default lesson;
