import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';

const lesson: Lesson = {
  title: 'Break it, and mend it',
  concept: 'A contract tells before anybody is hurt.',
  objectives: ['Break a contract on purpose'],
  minutes: 1,
  edits: ['apps/greeter/status.txt'],
  tasks: [
    {
      id: 'broken',
      title: 'The contract is broken',
      command: 'node tools/try.mjs status',
      before: passes(/1 interaction verified/),
      after: fails(/expected 200 but was 500/),
      stage: 'expand',
    },
    {
      id: 'mended',
      title: 'The contract holds again',
      command: 'node tools/try.mjs status',
      before: fails(/expected 200 but was 500/),
      after: passes(/1 interaction verified/),
    },
  ],
  contract: [],
  hints: ['Write 500, later 200.'],
};

export default lesson;
