import type { PipelineOf } from './github.ts';

const head = (version: string, stages: string): string => `include:
  - remote: https://raw.githubusercontent.com/pact-workshop/pact-workshop-typescript/v${version}/gitlab/pact.gitlab-ci.yml

workflow:
  rules:
    - if: $CI_COMMIT_BRANCH

stages: [${stages}]
`;

/** The pipeline of a consumer for GitLab, as docs/pipelines/gitlab-consumer.yml. */
export const gitlabConsumer = ({
  name,
  hasTests,
  version,
}: PipelineOf): string => `# The contract tests of ${name}.
# It needs the variables PACT_BROKER_BASE_URL, PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.
${head(version, 'test, publish, ask, record')}
test:
  stage: test
  image: node:24
  script:
    - npm ci
${hasTests ? '    - npm test\n' : ''}    - npm run pact:consumer
  artifacts:
    paths: [pacts/]

publish:
  extends: .pact-publish
  stage: publish
${deployment(name)}`;

/** The pipeline of a provider for GitLab, as docs/pipelines/gitlab-provider.yml. */
export const gitlabProvider = ({
  name,
  hasTests,
  version,
}: PipelineOf): string => `# The verification of ${name}.
# It needs the variables PACT_BROKER_BASE_URL, PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.
${head(version, 'verify, ask, record')}
# It also runs for the broker's webhook, which starts a pipeline with a trigger token.
verify:
  stage: verify
  image: node:24
  variables:
    GIT_DEPTH: '0'
  script:
    # The webhook names a contract by the consumer's branch. Without one, those that the broker selects are verified.
    - case "$PACT_SELECTOR" in *'"branch":""'*) PACT_SELECTOR= ;; esac
    # It asks about a version, which need not be the newest one.
    - if [ -n "$VERSION_COMMIT" ]; then git checkout --quiet --detach "$VERSION_COMMIT"; fi
    - npm ci
${hasTests ? '    - npm test\n' : ''}    - npm run pact:verify
${deployment(name)}`;

/** Ready, but out of force: a deployment that is recorded, and did not happen, would be a wrong picture of production. */
const deployment = (name: string): string => {
  const job = (title: string, stage: string, more: readonly string[] = []) => [
    `${title}:`,
    `  extends: .pact-${title}`,
    `  stage: ${stage}`,
    '  variables:',
    `    PACT_PACTICIPANT: ${JSON.stringify(name)}`,
    '    PACT_ENVIRONMENT: production',
    ...more,
    '  rules:',
    '    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
  ];
  const jobs = [
    ...job('can-i-deploy', 'ask', ["    PACT_RETRY_WHILE_UNKNOWN: '30'"]),
    '# Your deployment stands here.',
    ...job('record-deployment', 'record'),
  ];
  return `\n# When this pipeline deploys, take these jobs in, around the deployment.\n${jobs.map((line) => `# ${line}\n`).join('')}`;
};
