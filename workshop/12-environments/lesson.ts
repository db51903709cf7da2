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
        /Recorded deployment of UserService[^]*if the consumer can be deployed to production\nComputer says yes[^]*Recorded deployment of AdminService[^]*AdminService lists Jean-Marie/,
      ),
      dependsOn: ['release.sh', 'apps/**'],
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
};

export default lesson;
