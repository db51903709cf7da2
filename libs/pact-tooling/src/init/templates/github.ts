/** What a pipeline is written for. */
export interface PipelineOf {
  readonly name: string;
  /** Whether package.json has a script `test`. */
  readonly hasTests: boolean;
  /** Of the tooling whose actions or template are used. */
  readonly version: string;
}

const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const setupNode = 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0';

/** The workflow of a consumer for GitHub, as docs/pipelines/github-consumer.yml. */
export const githubConsumer = ({
  name,
  hasTests,
  version,
}: PipelineOf): string => `# The contract tests of ${name}.
# It needs the variables PACT_BROKER_BASE_URL and PACT_BROKER_USERNAME, and the secret PACT_BROKER_PASSWORD.
name: Contracts

# Every branch publishes its contracts. Not "pull_request": its builds are of a merge that is nobody's version.
on:
  push:
    branches: ['**']

permissions:
  contents: read

env:
  PACT_BROKER_BASE_URL: \${{ vars.PACT_BROKER_BASE_URL }}
  PACT_BROKER_USERNAME: \${{ vars.PACT_BROKER_USERNAME }}

jobs:
  consumer:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${setupNode}
        with:
          node-version: 24
      - run: npm ci
${hasTests ? '      - run: npm test\n' : ''}      - name: Test, which writes pacts/
        run: npm run pact:consumer

      - name: Publish the contracts
        uses: pact-workshop/pact-workshop-typescript/actions/publish@v${version}
        with:
          broker-password: \${{ secrets.PACT_BROKER_PASSWORD }}
${deployment(name, version, "github.ref_name == 'main'")}`;

/** The workflow of a provider for GitHub, as docs/pipelines/github-provider.yml. */
export const githubProvider = ({
  name,
  hasTests,
  version,
}: PipelineOf): string => `# The verification of ${name}.
# It needs the variables PACT_BROKER_BASE_URL and PACT_BROKER_USERNAME, and the secret PACT_BROKER_PASSWORD.
name: Contracts

on:
  push:
    branches: ['**']
  # The broker's webhook: a contract was published that one of your versions has not verified yet.
  repository_dispatch:
    types: [contract_requiring_verification_published]

permissions:
  contents: read

env:
  PACT_BROKER_BASE_URL: \${{ vars.PACT_BROKER_BASE_URL }}
  PACT_BROKER_USERNAME: \${{ vars.PACT_BROKER_USERNAME }}

jobs:
  provider:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    env:
      # The webhook asks about a version, which need not be the newest one. Without a branch, it gets none.
      VERSION_COMMIT: \${{ github.event.client_payload.commit || github.sha }}
      VERSION_BRANCH: \${{ github.event.client_payload.branch || github.event_name == 'push' && github.ref_name || '' }}
    steps:
      - uses: ${checkout}
        with:
          ref: \${{ env.VERSION_COMMIT }}
          persist-credentials: false
      - uses: ${setupNode}
        with:
          node-version: 24
      - run: npm ci
${hasTests ? "      - name: Test\n        if: github.event_name == 'push'\n        run: npm test\n" : ''}
      - name: Verify
        run: npm run pact:verify
        env:
          # The contract of the webhook; after a push, or without a branch, those that the broker selects.
          PACT_SELECTOR: \${{ github.event.client_payload.contract.branch && toJSON(github.event.client_payload.contract) || '' }}
          PACT_BROKER_PASSWORD: \${{ secrets.PACT_BROKER_PASSWORD }}
${deployment(name, version, "github.event_name == 'push' && github.ref_name == 'main'")}`;

/** Ready, but out of force: a deployment that is recorded, and did not happen, would be a wrong picture of production. */
const deployment = (name: string, version: string, condition: string): string => {
  const action = (title: string, uses: string, more: readonly string[] = []) => [
    `- name: ${title}`,
    `  if: ${condition}`,
    `  uses: pact-workshop/pact-workshop-typescript/actions/${uses}@v${version}`,
    '  with:',
    `    pacticipant: ${JSON.stringify(name)}`,
    '    environment: production',
    ...more,
    '    broker-password: ${{ secrets.PACT_BROKER_PASSWORD }}',
  ];
  const steps = [
    ...action('May this version be deployed?', 'can-i-deploy', [
      '    retry-while-unknown: 30',
      '    retry-interval: 10',
    ]),
    '# Your deployment stands here.',
    ...action('Record the deployment', 'record-deployment'),
  ];
  return `\n      # When this pipeline deploys, take these steps in, around the deployment.\n${steps.map((line) => `      # ${line}\n`).join('')}`;
};
