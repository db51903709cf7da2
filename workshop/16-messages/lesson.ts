import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withMessage } from '../contract.ts';

const lesson: Lesson = {
  title: 'Messages instead of requests',
  concept:
    'Who receives a message writes the contract, who sends it is verified, and no queue is needed for either.',
  objectives: [
    'Write the contract of a service that receives messages',
    'Verify that the sender makes such messages',
    'Release both sides with the same questions to the broker as before',
  ],
  minutes: 9,
  beyondTheProject: true,
  prepare: {
    what: 'both services are released to production',
    command:
      'npx embedded-broker exec --db .pact-broker/pact-broker.sqlite -- node tools/empty-environments.ts && bash release.sh',
  },
  edits: [
    'apps/mail-service/src/welcome-mail.pact.test.ts',
    'apps/user-service/src/user-service.pact.test.ts',
  ],
  tasks: [
    {
      id: 'message',
      title: 'The contract says what the Mail Service needs of a message',
      command: 'npm run --silent contract --prefix apps/mail-service',
      before: fails(/the message is not written down yet/),
      after: passes(/✓ make a welcome mail/),
      writesContract: true,
      dependsOn: ['apps/mail-service/**'],
      mistakes: [
        {
          output: /ZodError|invalid_type/,
          says: 'welcomeMail does not find what it needs: hand it message.contents.content, with an id, a firstName and a username.',
        },
      ],
      probes: [
        {
          name: 'greets-nobody',
          test: 'apps/mail-service/src/welcome-mail.pact.test.ts',
          ends: 'red',
          says: 'Your test is green for a Mail Service that greets nobody: expect the whole mail.',
        },
      ],
    },
    {
      id: 'provider',
      title: 'The User Service sends such messages, and still answers as before',
      command: 'make provider',
      runFirst: ['make consumer', 'npm run --silent contract --prefix apps/mail-service', 'make publish'],
      before: passes(/✓ does what its consumers expect of it/),
      after: passes(/Published the result of UserService \S+ for the pact with MailService: success/),
      mistakes: [
        {
          output: /MissingStateHandlerError|There is no state handler/,
          says: "The state 'Sally has just been created' has no handler yet: an empty one will do.",
        },
        {
          output: /MissingMessageProviderError|There is no message provider/,
          says: 'verifyProvider does not know who makes the message: messageProviders has a function for its description.',
        },
        {
          output: /missing the following keys/,
          says: 'The message lacks a field: have it made by userCreated, as the User Service does.',
        },
        {
          output: /✓ does what its consumers expect of it/,
          says: 'The broker has no contract of the Mail Service yet: run its contract test and make publish first.',
        },
      ],
    },
    {
      id: 'release',
      title: 'Both are in production, the sender first',
      command: 'bash release-mail.sh',
      manual: true,
      before: fails(/the message is not written down yet/),
      after: passes(/Recorded deployment of UserService[^]*Recorded deployment of MailService/),
    },
  ],
  contract: withMessage,
  hints: [
    'The one who receives is the consumer: it says what it needs, as with requests.',
    'given, expectsToReceive with message.withJSONContent(…), and executeTest in the place of withRequest and willRespondWith.',
    "message.withJSONContent({ id: like(10), firstName: like('Sally'), username: like('sally') })",
    "In the provider's test: 'Sally has just been created': () => undefined among the states, and messageProviders: { 'the message that a user has been created': () => userCreated(sally) } beside them; userCreated comes from './events/user-created.ts'.",
  ],
  wrong: {
    'exact-values': {
      task: 'message',
      says: 'demands exactly the value of the example at $.id, $.firstName, $.username',
    },
    'expects-nothing': { task: 'message', says: 'expect the whole mail.' },
    'no-message-provider': { task: 'provider', says: 'messageProviders has a function for its description.' },
    'a-message-made-by-hand': { task: 'provider', says: 'have it made by userCreated' },
  },
};

export default lesson;
