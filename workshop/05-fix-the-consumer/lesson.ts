import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { corrected } from '../contract.ts';

const lesson: Lesson = {
  title: 'The consumer is wrong, and mends its ways',
  concept:
    'A failed verification starts a talk; what people settle goes into the contract first and into the code after it.',
  objectives: [
    'Decide with the other team which side changes',
    'Change a contract first and let it drive the code',
    'See a contract hold on both sides',
  ],
  minutes: 5,
  edits: ['apps/admin-service/src/user-service-client/user-service-client.ts'],
  tasks: [
    {
      id: 'unit',
      title: 'The unit tests hold',
      command: 'make unit',
      before: fails(/"url": "\/user\/10"/),
      after: passes(/Tests: +\d+ passed/),
      dependsOn: ['apps/admin-service/**'],
      mistakes: [
        {
          output: /●.*says so when a list comes instead of a user/,
          says: 'The client looks for the user in a list: the contract has a request for this one user.',
        },
        {
          output: /"url": "\/users\/10"/,
          says: 'The client still asks for /users/10: the contract says that a user is at /user/10.',
        },
        { output: /"url": "\/user"/, says: 'The client asks for /user without an id.' },
        { output: /"url": /, says: 'The client asks for another path than the contract says: GET /user/10.' },
        {
          output: /asks for one user[^]*✕|✕ asks for one user/,
          says: 'The client asks for another path than the contract says: GET /user/10.',
        },
      ],
      probes: [
        {
          name: 'asks-for-another-user',
          test: 'apps/admin-service/src/user-service-client/asks-for-another-user.test.ts',
          ends: 'green',
          says: 'Your client asks for user 10, whoever is wanted: the id belongs into the path.',
        },
      ],
    },
    {
      id: 'consumer',
      title: 'The client keeps to the contract',
      command: 'make consumer',
      writesContract: true,
      before: fails(/\/users\/10/),
      after: passes(/✓ gives a user that exists/),
      dependsOn: ['apps/admin-service/**'],
    },
    {
      id: 'provider',
      title: 'The provider keeps to the contract',
      command: 'make provider',
      before: passes(/✓ does what its consumers expect of it/),
      after: passes(/a request for the user with Sally's id[^]*✓ does what its consumers expect of it/),
    },
  ],
  contract: corrected,
  hints: [
    'The three tests tell you the same thing in three ways. Read one of them.',
    'One letter is too many.',
    `this.get(\`/user/\${id}\`)`,
  ],
  wrong: {
    'only-sally': { task: 'unit', says: 'the id belongs into the path.' },
    'asks-for-nobody': { task: 'unit', says: 'without an id.' },
    'looks-in-the-list': { task: 'unit', says: 'The client looks for the user in a list' },
  },
};

export default lesson;
