import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';

const lesson: Lesson = {
  title: 'Greet',
  concept: 'A greeting begins everything.',
  objectives: ['Greet somebody'],
  minutes: 1,
  edits: ['apps/greeter/greeting.txt'],
  tasks: [
    {
      id: 'greeting',
      title: 'The greeter says hello',
      command: 'node tools/try.mjs greeting',
      before: fails(/It says: TODO/),
      after: passes(/It says: hello/),
      mistakes: [{ output: /It says: good evening/, says: 'That is too formal for a friend.' }],
      dependsOn: ['apps/greeter/greeting.txt'],
    },
    {
      id: 'status',
      title: 'The provider is verified',
      command: 'node tools/try.mjs status',
      before: fails(/expected 200 but was 404/),
      after: passes(/1 interaction verified/),
      dependsOn: ['apps/greeter/status.txt'],
    },
  ],
  contract: [],
  hints: ['Be friendly.', 'What do you say to a friend?', 'Write `hello`.'],
};

export default lesson;
