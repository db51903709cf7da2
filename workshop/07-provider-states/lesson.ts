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
      mistakes: [
        {
          output: /expected 404 but was 200/,
          says: "In the state 'User sally does not exist', there still is a user 10: make a list without her the only one.",
        },
        {
          output: /expected 200 but was 404/,
          says: "In the state 'User sally exists', there is no user 10: put sally into the repository.",
        },
        {
          output: /users \(given Users exist\)/,
          says: "In the state 'Users exist', the list does not hold what the contract wants: at least one user.",
        },
      ],
      probes: [
        {
          name: 'each-by-itself',
          test: 'apps/user-service/src/user-service.pact.test.ts',
          ends: 'green',
          says: 'One of your handlers relies on what the handler before it left: each has to set up all that it needs.',
        },
      ],
    },
  ],
  contract: withNobody,
  hints: [
    'users is the repository that the server under verification reads from: what you put into it is what it answers.',
    'users.replaceAll([…]) makes these the only users there are, so no interaction inherits anything from the one before.',
    "'User sally exists': () => users.replaceAll([sally]) — the other two follow.",
  ],
  wrong: {
    'relies-on-the-one-before': { task: 'states', says: 'each has to set up all that it needs.' },
    'empties-the-list': { task: 'states', says: 'at least one user.' },
    'sally-stays': { task: 'states', says: 'there still is a user 10' },
  },
};

export default lesson;
