import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withNobody } from '../contract.ts';

const lesson: Lesson = {
  title: 'Provider states',
  concept:
    'A state handler brings the provider into the state that an interaction names, before its request is replayed.',
  objectives: [
    'Write state handlers',
    'Keep them at the level of data, outside of production code',
    'Say why the data of the two sides differ on purpose',
  ],
  minutes: 6,
  edits: ['apps/user-service/src/user-service.pact.test.ts'],
  tasks: [
    {
      id: 'states',
      title: 'Every interaction finds the state it asks for',
      command: 'make provider',
      before: fails(/expected 404 but was 200/),
      after: passes(/✓ does what its consumers expect of it/),
    },
  ],
  contract: withNobody,
  hints: [
    'users is the repository that the server under verification reads from: what you put into it is what it answers.',
    'users.replaceAll([…]) makes these the only users there are, so no interaction inherits anything from the one before.',
    "'User sally exists': () => users.replaceAll([sally]) — the other two follow.",
  ],
};

export default lesson;
