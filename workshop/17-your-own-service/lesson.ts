import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';

const lesson: Lesson = {
  title: 'Your own service',
  concept:
    'A first contract test is mostly the same everywhere: a command writes that part, and you write what only you know.',
  objectives: [
    'Give a service of your own its first contract test, scripts and pipeline',
    'Complete what the command leaves to you: state, headers, fields',
    'Tell from the answers of provider and broker what the contract still lacks',
  ],
  minutes: 10,
  beyondTheProject: true,
  edits: ['own/badge/package.json', 'own/badge/src/users.pact.test.mjs'],
  tasks: [
    {
      id: 'contract',
      title: 'BadgePrinter has a contract test, and it is green',
      command: 'npm run --prefix own/badge pact:consumer',
      before: fails(/package\.json/),
      after: passes(/tests [1-9]\d*\n[^]*pass [1-9]\d*\n[^]*fail 0\n/),
      dependsOn: ['own/**'],
      stage: 'written',
    },
    {
      id: 'answer',
      title: 'The User Service fulfils it, the contract names what a badge needs, and the broker says yes',
      command: 'bash own/ask.sh',
      before: fails(/package\.json/),
      after: passes(
        /May BadgePrinter be deployed\?[^]*Computer says yes[^]*BadgePrinter +\| \S+ +\| UserService +\| \S+ +\| true[^]*needs of a user: firstName, lastName\./,
      ),
      mistakes: [
        {
          output: /There is no state handler for "user 1 exists"/,
          says: 'The state is called otherwise at the provider, which lists its names: user 10 is there when "User sally exists".',
        },
        {
          output: /but was 401/,
          says: 'The provider gets the request that is in the contract, and that one has no token: name the header Authorization.',
        },
        {
          output: /needs of a user: nothing/,
          says: 'The broker says yes to a contract that needs nothing: name the fields that badgeOf reads.',
        },
        {
          output: /needs of a user: (?!firstName, lastName\.)/,
          says: 'The contract names other fields than those that badgeOf reads.',
        },
      ],
      dependsOn: ['own/**', 'apps/**'],
    },
  ],
  contract: [],
  hints: [
    'Begin in own/badge: "npm init -y", then "npx pact-tooling init" with the names of both sides.',
    'The User Service has its own words for its states: they are the names of the handlers in user-service.pact.test.ts.',
    'A request without a header in the contract is verified without it. The contract of the Admin Service has the header that is missing.',
    ".given('User sally exists'), the path /user/10, badgeOf(url, 10).",
    ".withRequest('GET', '/user/10', (request) => request.headers({ Authorization: regex('^Bearer .+', 'Bearer a-valid-token') })), and like({ firstName: 'Sally', lastName: 'McSmiley' }).",
  ],
  wrong: {
    'without-the-header': { task: 'answer', says: 'has no token: name the header Authorization' },
    'needs-nothing': { task: 'answer', says: 'says yes to a contract that needs nothing' },
  },
};

export default lesson;
