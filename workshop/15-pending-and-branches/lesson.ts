import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withTokens } from '../contract.ts';

const lesson: Lesson = {
  title: 'Pending and work in progress: working in parallel',
  concept:
    'A contract that a provider has never fulfilled is a wish: it is verified and talked about, and it breaks nobody’s build.',
  objectives: [
    'Let consumers publish from branches without breaking the build of the provider',
    'Tell a pending failure from one that counts',
    'See new wishes early, without naming the branches they come from',
  ],
  minutes: 8,
  prepare: {
    what: 'both services are released to production',
    command:
      'npx embedded-broker exec --db .pact-broker/pact-broker.sqlite -- node tools/empty-environments.ts && bash release.sh',
  },
  edits: ['apps/user-service/src/user-service.pact.test.ts'],
  tasks: [
    {
      id: 'wish',
      title: 'The provider verifies what the branch wishes for, tells what is missing, and passes',
      command: 'bash feature/push.sh',
      before: fails(/2 of 8 interactions failed:[^]*missing the following keys: email/),
      after: passes(/is a 'work in progress' pact[^]*Pending Failures:[^]*missing the following keys: email/),
      dependsOn: ['feature/**', 'apps/**'],
      mistakes: [
        {
          output: /VerificationFailedError: 2 of 8/,
          says: 'The build still fails for the wish of a branch: take the selectors out, and set enablePending.',
        },
        {
          output: /This pact is in pending state[^]*Pending Failures/,
          says: 'The wish is verified because somebody named the branch: take the selectors out; work in progress finds every branch.',
        },
        {
          output: /✓ does what its consumers expect of it/,
          says: 'The build is green, but nobody looks at what the branch wishes for: includeWipPactsSince, with a day that has passed, does.',
        },
      ],
    },
    {
      id: 'release',
      title: 'Both services can be released meanwhile',
      command: 'bash release.sh',
      manual: true,
      before: fails(/missing the following keys: email/),
      after: passes(/Recorded deployment of AdminService[^]*AdminService lists Jean-Marie/),
      dependsOn: ['release.sh', 'apps/**'],
    },
  ],
  contract: withTokens,
  hints: [
    'The build is red because somebody selected the branch by hand. Without "selectors", verifyProvider takes main, what is deployed, and the branch of the same name.',
    'Take the selectors out, and the branch is not looked at any more. That is peace, but you would like to know what is coming.',
    'Two options of verifyProvider: enablePending, and includeWipPactsSince with a date.',
    "enablePending: true, includeWipPactsSince: '2026-01-01',",
  ],
  wrong: {
    'does-not-look': { task: 'wish', says: 'includeWipPactsSince, with a day that has passed' },
    'keeps-the-branch': { task: 'wish', says: 'somebody named the branch' },
  },
};

export default lesson;
