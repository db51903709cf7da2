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
      mistakes: [
        {
          output: /getUser is not written yet/,
          says: 'getUser still throws the error that stood there: your lines take its place.',
        },
      ],
      probes: [
        {
          name: 'asks-for-user-10',
          test: 'apps/admin-service/src/user-service-client/asks-for-user-10.test.ts',
          ends: 'green',
          says: 'getUser(10) does not ask for GET /users/10.',
        },
        {
          name: 'gives-the-user',
          test: 'apps/admin-service/src/user-service-client/gives-the-user.test.ts',
          ends: 'green',
          says: 'getUser does not return the user that came: what the service sent is in response.data.',
        },
      ],
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
  wrong: {
    'asks-for-anything': { task: 'ask-for-a-user', says: 'getUser(10) does not ask for GET /users/10.' },
    'asks-for-a-list': { task: 'ask-for-a-user', says: 'getUser(10) does not ask for GET /users/10.' },
    'gives-the-whole-answer': { task: 'ask-for-a-user', says: 'what the service sent is in response.data.' },
  },
};

export default lesson;
