import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withTokens } from '../contract.ts';

const lesson: Lesson = {
  title: 'Environments and deployments',
  concept:
    'Whether a version may be deployed depends on what already runs where it is going, and the broker only knows what it has been told.',
  objectives: [
    'Ask whether a version may go to an environment',
    'Record deployments, so that the next question gets a true answer',
    'Tell why the provider of a new contract goes first',
  ],
  minutes: 8,
  prepare: {
    what: 'production is emptied',
    command:
      'npx embedded-broker exec --db .pact-broker/pact-broker.sqlite -- node tools/empty-environments.ts',
  },
  edits: ['release.sh'],
  tasks: [
    {
      id: 'release',
      title: 'Both services are in production, each with the yes of the broker, and the broker knows',
      command: 'bash release.sh',
      manual: true,
      before: fails(
        /Computer says no[^]*a version of UserService currently in production \(no version is currently recorded as deployed/,
      ),
      after: passes(
        /if the provider can be deployed to production\nComputer says yes[^]*Deploying user-service[^]*Recorded deployment of UserService[^]*if the consumer can be deployed to production\nComputer says yes[^]*Deploying admin-service[^]*Recorded deployment of AdminService[^]*AdminService lists Jean-Marie/,
      ),
      dependsOn: ['release.sh', 'apps/**'],
      mistakes: [
        {
          output: /Deploying user-service[^]*no version is currently recorded as deployed/,
          says: 'The User Service is in production, but the broker was not told: make record-deploy-provider comes after its deployment.',
        },
        {
          output: /no version is currently recorded as deployed/,
          says: 'The consumer asks first, and no User Service is in production that it could call: the provider goes first.',
        },
        {
          output: /Recorded deployment of UserService[^]*Deploying user-service/,
          says: 'The broker was told of a deployment that had not happened yet: deploy first, then record.',
        },
        {
          output: /Recorded deployment of AdminService[^]*Deploying admin-service/,
          says: 'The broker was told of a deployment that had not happened yet: deploy first, then record.',
        },
        {
          output: /^(?![^]*if the provider can be deployed)[^]*AdminService lists/,
          says: 'Nobody asked the broker whether the provider may go to production: make deploy-provider asks.',
        },
        {
          output: /^(?![^]*if the consumer can be deployed)[^]*AdminService lists/,
          says: 'Nobody asked the broker whether the consumer may go to production: make deploy-consumer asks.',
        },
        {
          output: /^(?![^]*Recorded deployment of UserService)[^]*AdminService lists/,
          says: 'The broker was not told that the User Service is in production: make record-deploy-provider.',
        },
        {
          output: /^(?![^]*Recorded deployment of AdminService)[^]*AdminService lists/,
          says: 'The broker was not told that the Admin Service is in production: make record-deploy-consumer.',
        },
      ],
    },
    {
      id: 'next-time',
      title: 'From now on the broker looks at production before the provider changes',
      command: 'make deploy-provider TO=production',
      before: passes(/Computer says yes[^]*There are no missing dependencies/),
      after: passes(/Computer says yes[^]*AdminService +\| \S+ +\| UserService +\| \S+ +\| true/),
      dependsOn: ['release.sh', 'apps/**'],
    },
  ],
  contract: withTokens,
  hints: [
    'Read the last lines of the "no": the broker names what would have to be in production first.',
    'A provider can do without a consumer. A consumer that calls a provider which is not there cannot.',
    'After each deployment, tell the broker: make record-deploy-provider, make record-deploy-consumer.',
    'In this order: make deploy-provider, deploy user-service, make record-deploy-provider, and then the same for the consumer with admin-service.',
  ],
  wrong: {
    'consumer-first': { task: 'release', says: 'the provider goes first.' },
    'records-nothing': { task: 'release', says: 'make record-deploy-provider comes after its deployment.' },
    'does-not-ask': { task: 'release', says: 'make deploy-provider asks.' },
  },
};

export default lesson;
