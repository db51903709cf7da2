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
      dependsOn: ['apps/admin-service/**'],
    },
    {
      id: 'check-the-shape',
      title: 'The client notices that something else came than a user',
      command: 'make try',
      before: passes(/undefined undefined/),
      after: fails(/something unexpected: the body — .*expected object, received array/),
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
};

export default lesson;
