import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withTokens } from '../contract.ts';

const lesson: Lesson = {
  title: 'A breaking change, caught; expand and contract',
  concept:
    'What a consumer still reads can’t be removed in one step: first there is the new beside the old, then everybody moves, and only then the old goes.',
  objectives: [
    'Read from a verification which consumer a change breaks',
    'Have the broker stop a version that would break production',
    'Change an API by expanding and contracting, with the yes of the broker at each step',
  ],
  minutes: 12,
  prepare: {
    what: 'both services are released to production',
    command:
      'npx embedded-broker exec --db .pact-broker/pact-broker.sqlite -- node tools/empty-environments.ts && bash release.sh',
  },
  edits: [
    'apps/user-service/src/users/user-routes.ts',
    'apps/user-service/src/app.test.ts',
    'apps/admin-service/src/user-service-client/user.ts',
    'apps/admin-service/src/pages/user-list-page.ts',
    'apps/admin-service/src/user-service-client/user-service-client.pact.test.ts',
  ],
  tasks: [
    {
      id: 'provider-expands',
      title: 'The provider does again what its consumer in production expects, and its own tests agree',
      command: 'npm test --prefix apps/user-service && make provider',
      before: fails(/2 of \d+ interactions failed:[^]*missing the following keys: name/),
      after: passes(/✓ does what its consumers expect of it/),
      stage: 'expand',
      mistakes: [
        {
          output: /1 of \d+ interactions failed[^]*missing the following keys: name/,
          says: 'The old field is back in one place only: the list and the single user both have it.',
        },
        {
          output: /missing the following keys: name/,
          says: 'The consumer in production still reads "name": answer it again, beside the new fields.',
        },
        {
          output: /interactions failed[^]*\$(\[\d\])?\.name/,
          says: 'The old field is back, but with another kind of value: it was the whole name, as a text.',
        },
        {
          output: /✕ (lists its users|gives one user)/,
          says: "The provider's own tests still expect users without the old field: app.test.ts says so.",
        },
      ],
    },
    {
      id: 'provider-may-go',
      title: 'The broker lets it into production',
      command: 'make deploy-provider TO=production',
      before: fails(/Computer says no[^]*AdminService +\| \S+ +\| UserService +\| \S+ +\| false/),
      after: passes(/Computer says yes[^]*AdminService +\| \S+ +\| UserService +\| \S+ +\| true/),
      stage: 'expand',
    },
    {
      id: 'consumer-moves',
      title: 'The consumer shows first and last names, and reads no other',
      command: 'make unit',
      before: fails(/answered something unexpected: field name — Invalid input/),
      after: passes(/Tests: +\d+ passed/),
      stage: 'expand',
      mistakes: [
        {
          output: /field name/,
          says: 'The consumer still demands the field "name": take it out of the schema in user.ts.',
        },
      ],
    },
    {
      id: 'release-both',
      title: 'Both are in production, the consumer without the old field',
      command: 'bash release.sh',
      manual: true,
      before: fails(/missing the following keys: name/),
      after: passes(/Recorded deployment of AdminService[^]*AdminService lists Jean-Marie/),
      stage: 'expand',
      mistakes: [
        {
          output: /"name": "Sally McSmiley Face/,
          says: 'The contract test still has "name", in the example and in what it expects: the consumer does not read it any more.',
        },
        { output: /missing the following keys: name/, says: 'The contract still asks for "name".' },
      ],
    },
    {
      id: 'contract',
      title: 'The old field is gone from production and from the tests, and nobody misses it',
      command: 'npm test --prefix apps/user-service && bash release.sh',
      manual: true,
      before: fails(/missing the following keys: name/),
      after: passes(/UserService answers \{(?!.*"name")[^]*AdminService lists Jean-Marie/),
      mistakes: [
        {
          output: /UserService answers \{[^]*"name"/,
          says: 'The User Service in production still answers with "name": now that nobody reads it, take it out of user-routes.ts.',
        },
        {
          output: /✕ (lists its users|gives one user)/,
          says: "The provider's own tests still expect the old field: app.test.ts.",
        },
      ],
    },
  ],
  contract: withTokens,
  hints: [
    'First make it harmless: put the old field back, beside the new ones. user-routes.ts had a small function for that.',
    'In user-routes.ts: { ...user, name: `${user.firstName} ${user.lastName}` } for each user that is answered. In app.test.ts the list is then .toMatchObject(sampleUsers), and the single user has a name.',
    'Then the consumer: take "name" out of the schema in user.ts and out of the contract (twice), and show firstName and lastName in the list.',
    'Release now, with bash release.sh: the old field may only go when no consumer in production reads it any more.',
    'Last, take the field out of user-routes.ts again, and release once more.',
  ],
  wrong: {
    'only-in-the-list': { task: 'provider-expands', says: 'the list and the single user both have it.' },
    'consumer-still-reads-it': { task: 'consumer-moves', says: 'take it out of the schema in user.ts.' },
    'old-field-kept': { task: 'contract', says: 'now that nobody reads it, take it out' },
  },
  alsoRightAt: { 'name-in-place': 'expand', 'joined-names': 'expand' },
};

export default lesson;
