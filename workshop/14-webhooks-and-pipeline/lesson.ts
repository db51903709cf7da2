import { fails, passes, type Lesson } from '@pact-workshop/workshop-guide';
import { withTokens } from '../contract.ts';

const lesson: Lesson = {
  title: 'Webhooks and a pipeline',
  concept:
    'A broker can start the provider’s build when a contract needs verifying, and only then: with that, two pipelines need nobody between them.',
  objectives: [
    'Choose the event that a webhook waits for',
    'Write a pipeline that tests, publishes, asks, deploys and records',
    'Tell which build has to wait for which',
  ],
  minutes: 9,
  edits: ['ci/webhook.json', '.github/workflows/contract-tests.yml'],
  tasks: [
    {
      id: 'webhook',
      title: 'A changed contract starts the build of the provider, an unchanged one does not',
      command: 'npx node ci/rehearse.ts',
      before: fails(/make provider passed \(contract_published, AdminService 2\)\n +✘ no build is due here/),
      after: passes(
        /again\n +no build\n[^]*make provider passed \(contract_requiring_verification_published, AdminService 3\)[^]*Computer says yes/,
      ),
      dependsOn: ['ci/**', 'apps/**'],
      mistakes: [
        {
          output: /contract_published, AdminService/,
          says: 'A publication alone starts the build, also where there is nothing new to verify: which event says that a contract needs a verification?',
        },
        {
          output: /contract_content_changed/,
          says: 'The event tells that a contract changed, not that it needs a verification: another version of the provider may have verified it already.',
        },
        {
          output: /✘/,
          says: 'The webhook does not start the build where one is due: which event says that a contract needs a verification?',
        },
      ],
    },
    {
      id: 'workflow',
      title: 'The workflow for GitHub asks before it deploys, records, and listens to the webhook',
      command: 'npx node ci/check-workflow.ts',
      before: fails(/✘ the consumer asks before it deploys[^]*lacks 4 of 9/),
      after: passes(/contract-tests\.yml is ready/),
      dependsOn: ['ci/**', '.github/**'],
      mistakes: [
        {
          output: /✘ the webhook's /,
          says: 'The workflow does not listen to the webhook: repository_dispatch, with the type contract_requiring_verification_published, belongs beside push.',
        },
        {
          output: /✘ the consumer asks before it deploys/,
          says: 'The consumer is deployed before anybody asked: can-i-deploy comes after make publish and before the deployment.',
        },
        {
          output: /✘ the consumer waits/,
          says: 'The provider’s build takes a moment: can-i-deploy needs --retry-while-unknown, or it says no too early.',
        },
        {
          output: /✘ the consumer records/,
          says: 'Nobody tells the broker that the consumer was deployed: make record-deploy-consumer comes after the deployment.',
        },
      ],
    },
  ],
  contract: withTokens,
  hints: [
    'Publishing is no news by itself. What the provider has to look at is a contract that one of its versions has not verified yet.',
    'The event is called contract_requiring_verification_published, in ci/webhook.json and in the workflow.',
    'In the workflow, under "on:" beside push: repository_dispatch with types: [contract_requiring_verification_published].',
    'Before "Deploy the consumer": npx pact-tooling can-i-deploy --pacticipant AdminService --to-environment production --retry-while-unknown 30 --retry-interval 10.',
    'After it: make record-deploy-consumer. All three steps have "if: github.ref_name == \'main\'".',
  ],
  wrong: {
    'every-publication': { task: 'webhook', says: 'A publication alone starts the build' },
    'asks-after-deploying': { task: 'workflow', says: 'before the deployment.' },
    'no-dispatch': { task: 'workflow', says: 'belongs beside push.' },
  },
};

export default lesson;
