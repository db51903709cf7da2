import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';

const lesson: Lesson = {
  title: 'A unit test, and what it cannot tell',
  concept:
    'A test against a stand-in shows that the client agrees with its author, not that it agrees with the other side.',
  objectives: [
    'Test a client against a fake server',
    'Say why a green unit test proves nothing about the provider',
    'Check the shape of what comes from another process instead of casting it',
  ],
  minutes: 8,
  edits: [
    'apps/admin-service/src/user-service-client/user-service-client.test.ts',
    'apps/admin-service/src/user-service-client/user-service-client.ts',
  ],
  tasks: [
    {
      id: 'unit-test',
      title: 'A unit test shows that the client asks for one user',
      command: 'make unit',
      before: fails(/at least one assertion/),
      after: passes(/✓ asks for one user/),
      mistakes: [
        {
          output: /Received promise rejected[^]*ECONNREFUSED/,
          says: 'The fake service stopped before the client had its answer: await what you expect.',
        },
        {
          output: /getUser.*is not a function|Cannot find module/,
          says: 'The test does not find what it calls: look at its imports and at the name of the method.',
        },
      ],
      probes: [
        {
          name: 'asks-for-another-user',
          test: 'apps/admin-service/src/user-service-client/user-service-client.test.ts',
          ends: 'red',
          says: 'Your test is green for a client that asks for /users/11: look at service.lastRequest, too, and await what you expect.',
        },
        {
          name: 'gives-another-user',
          test: 'apps/admin-service/src/user-service-client/user-service-client.test.ts',
          ends: 'red',
          says: 'Your test is green for a client that returns somebody else: expect Sally.',
        },
        {
          name: 'accepts-anything',
          test: 'apps/admin-service/src/user-service-client/user-service-client.test.ts',
          ends: 'red',
          says: 'Your test is green for a client that does not ask for JSON: look at the header "accept" of service.lastRequest.',
        },
      ],
      dependsOn: ['apps/admin-service/**'],
    },
    {
      id: 'check-the-shape',
      title: 'The client notices that something else came than a user',
      command: 'make try',
      before: passes(/undefined undefined/),
      after: fails(/answered something unexpected: [^]*expected object, received array/),
      mistakes: [
        {
          output: /undefined undefined/,
          says: 'The page still shows a user without a name: the client returns what came without a look at it.',
        },
        {
          output: /ZodError/,
          says: "schema.parse throws an error of Zod's, which the Admin Service does not know: throw an UnexpectedResponseError.",
        },
      ],
      probes: [
        {
          name: 'notices-what-is-no-user',
          test: 'apps/admin-service/src/user-service-client/notices-what-is-no-user.test.ts',
          ends: 'green',
          says: 'The client takes something for a user that is none, such as a user without a name: let the schema decide.',
        },
        {
          name: 'still-gives-a-user',
          test: 'apps/admin-service/src/user-service-client/still-gives-a-user.test.ts',
          ends: 'green',
          says: 'The client refuses a good user, or does not return it as it came.',
        },
      ],
    },
  ],
  contract: [],
  hints: [
    'Task 1: what a client does is seen from two sides: what it returns, and what arrived at the fake service.',
    'expect(client.getUser(10)).resolves.toEqual(sally), with an await before it; then expect(service.lastRequest).toMatchObject({ method: …, url: … }).',
    'Task 2: schema.safeParse(response.data) gives { success: true, data } or { success: false, error }. It does not throw.',
    `Task 2, nearly whole:
const parsed = schema.safeParse(response.data);
if (parsed.success) return parsed.data;
const [issue] = parsed.error.issues;
const where = issue?.path.length ? \`field \${issue.path.join('.')}\` : 'the body';
throw new UnexpectedResponseError(\`\${where} — \${issue?.message}\`, { cause: parsed.error });`,
  ],
  wrong: {
    'does-not-look-at-the-request': {
      task: 'unit-test',
      says: 'Your test is green for a client that asks for /users/11',
    },
    'does-not-look-at-the-user': {
      task: 'unit-test',
      says: 'Your test is green for a client that returns somebody else: expect Sally.',
    },
    'forgets-to-await': { task: 'unit-test', says: 'await what you expect.' },
    'parses-and-lets-zod-throw': { task: 'check-the-shape', says: 'throw an UnexpectedResponseError.' },
    'refuses-only-lists': { task: 'check-the-shape', says: 'let the schema decide.' },
  },
};

export default lesson;
