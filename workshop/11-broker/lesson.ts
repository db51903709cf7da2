import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withTokens } from '../contract.ts';

const lesson: Lesson = {
  title: 'Using the broker',
  concept:
    'A broker keeps contracts and verification results by version, and so can answer the question that matters: may this version be deployed?',
  objectives: [
    'Publish a contract under the version of its consumer',
    'Verify the provider with contracts from the broker, and publish the results',
    'Ask the broker whether a version may be deployed, and read its answer',
  ],
  minutes: 9,
  edits: ['apps/user-service/src/user-service.pact.test.ts'],
  tasks: [
    {
      id: 'verify',
      title: 'The provider takes the contract from the broker, and the broker gets the result',
      command: 'make provider',
      runFirst: ['make consumer', 'make publish'],
      writesContract: true,
      before: passes(/Verifying the provider\n+Verifying a pact[^]*✓ does what its consumers expect of it/),
      after: passes(
        /The pact at http[^]* is being verified because[^]*Published the result of UserService \S+ for the pact with AdminService: success/,
      ),
      mistakes: [
        {
          output: /VerificationOptionsError/,
          says: "Results of files can't be published: where PACT_FILES names none, leave files out.",
        },
        {
          output: /UnknownOptionError|did you mean/,
          says: 'verifyProvider does not know one of the options: it is called publishResults.',
        },
        {
          output: /The pact at http[^]*✓ does what its consumers expect of it/,
          says: 'The contract came from the broker, but the broker got no result: publishResults is missing, or not true.',
        },
        {
          output: /✓ does what its consumers expect of it/,
          says: 'The contract still comes from the file: leave files out, unless PACT_FILES names some.',
        },
      ],
    },
    {
      id: 'deploy-consumer',
      title: 'The contract is on the broker, which says that the consumer may be deployed',
      command: 'make publish deploy-consumer',
      before: fails(
        /Pact successfully published[^]*Computer says no[^]*There is no verified pact between version/,
      ),
      after: passes(/Computer says yes[^]*AdminService +\| \S+ +\| UserService +\| \S+ +\| true/),
      mistakes: [
        {
          output: /There is no verified pact between/,
          says: 'The broker has no result for the contract of this version: run make consumer, make publish and make provider once more.',
        },
      ],
    },
    {
      id: 'deploy-provider',
      title: 'It says the same of the provider',
      command: 'make deploy-provider',
      before: fails(
        /Computer says no[^]*No pacts or verifications have been published for version \S+ of UserService/,
      ),
      after: passes(/Computer says yes[^]*AdminService +\| \S+ +\| UserService +\| \S+ +\| true/),
    },
  ],
  contract: withTokens,
  hints: [
    'Only one line of user-service.pact.test.ts has to change: where verifyProvider takes the contracts from.',
    'Leave "files" out, and verifyProvider asks the broker: "make provider" tells it the address. Results go there only when "publishResults" is true.',
    'Results belong to a build, not to somebody trying something out. "make provider" sets the variable PUBLISH_RESULTS to "true" for you.',
    "...(files?.length ? { files } : { publishResults: process.env['PUBLISH_RESULTS'] === 'true' }),",
    'Your edit made a new version of everything in this workspace. Once more from the top, then: make consumer, make publish, make provider, and ask.',
  ],
  wrong: {
    'publishes-nothing': { task: 'verify', says: 'publishResults is missing, or not true.' },
    'another-option': { task: 'verify', says: 'publishResults' },
    'files-as-before': { task: 'verify', says: 'where PACT_FILES names none, leave files out.' },
  },
};

export default lesson;
