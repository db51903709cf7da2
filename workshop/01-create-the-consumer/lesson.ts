import { fails, type Lesson } from '@pact-workshop/workshop-guide';

const lesson: Lesson = {
  title: 'Create the consumer',
  concept:
    'In consumer-driven design the one who needs something says so first: the client is written before there is a service to call.',
  objectives: [
    'Tell consumer and provider apart',
    'Write a client for a service that does not exist yet',
    'Say what happens when nobody answers',
  ],
  minutes: 5,
  edits: ['apps/admin-service/src/user-service-client/user-service-client.ts'],
  tasks: [
    {
      id: 'ask-for-a-user',
      title: 'The client asks the User Service for a user',
      command: 'make try',
      before: fails(/getUser is not written yet/),
      after: fails(/The User Service is unavailable: ECONNREFUSED/),
    },
  ],
  contract: [],
  hints: [
    'getUsers, right below, does nearly the same.',
    'this.get(path) sends the request and gives the answer; what came in it is in response.data.',
    `The path is \`/users/\${id}\`. TypeScript does not know what came, so say it: response.data as User.`,
    `Put these two lines in the place of the comment and the throw:
const response = await this.get(\`/users/\${id}\`);
return response.data as User;`,
  ],
};

export default lesson;
