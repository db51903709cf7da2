import { command, type CommandStep } from './command.ts';
import { consumer, provider } from './workspace.ts';

const uuid = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/;
const shop = ['--pacticipant', consumer];
const warehouse = ['--pacticipant', provider];
const ofShop = (version: string) => [...shop, '--version', version];
const ofWarehouse = (version: string) => [...warehouse, '--version', version];

const verify = (name: string, args: readonly string[]): CommandStep =>
  command('pact-verifier', name, [
    ...['--provider-name', provider, '--hostname', '127.0.0.1', '--port', '{providerPort}'],
    ...['--state-change-url', 'http://127.0.0.1:{providerPort}/states', '--no-colour'],
    ...args,
  ]);

const publishing = (version: string, branch: string): readonly string[] => [
  '--publish',
  ...['--provider-version', version, '--provider-branch', branch, '--build-url', 'http://ci.example.org/1'],
];

const selectors = (...chosen: readonly object[]): readonly string[] => [
  '--consumer-version-selectors',
  ...chosen.map((selector) => JSON.stringify(selector)),
];

const publishAndVerify: readonly CommandStep[] = [
  command('list-latest-pact-versions', 'nothing yet', []),
  verify('no pacts yet', []),
  command('publish', 'a pact', [
    'right',
    '-a',
    '1',
    '--branch',
    'main',
    '-t',
    'dev',
    '--build-url',
    'http://ci.example.org/1',
  ]),
  command('publish', 'the same again', ['right', '-a', '1', '--branch', 'main']),
  command('publish', 'other content', ['wrong', '-a', '1', '--branch', 'main']),
  command('publish', 'as JSON', ['reworded', '-a', '2', '--branch', 'main', '-o', 'json']),
  command('publish', 'a file that is not there', ['nothing/*.json', '-a', '3']),
  command('can-i-deploy', 'before any verification', [...ofShop('1'), '--to-environment', 'production']),
  verify('main branch, published', [
    ...selectors({ mainBranch: true }),
    '--enable-pending',
    ...publishing('10', 'main'),
  ]),
  command('publish', 'a pact that the provider breaks', [
    'wrong',
    '-a',
    '4',
    '--branch',
    'feat',
    '-t',
    'feat',
  ]),
  verify('a failure that counts', [...selectors({ branch: 'feat' }), ...publishing('11', 'main')]),
  verify('a pending failure', [
    ...selectors({ branch: 'feat' }),
    '--enable-pending',
    ...publishing('12', 'main'),
  ]),
  verify('work in progress', [
    ...selectors({ mainBranch: true }),
    ...['--enable-pending', '--include-wip-pacts-since', '2020-01-01'],
    ...publishing('13', 'main'),
  ]),
  verify('the newest, not published', []),
  verify('with tags', [
    '--consumer-version-tags',
    'dev',
    '--publish',
    '--provider-version',
    '14',
    '--provider-tags',
    'dev',
  ]),
  verify('several selectors', [
    ...selectors({ mainBranch: true }, { tag: 'dev', latest: true }),
    '--enable-pending',
  ]),
  verify('a selector that is wrong', selectors({ tag: 'dev', branch: 'main' })),
];

const pacticipantsAndVersions: readonly CommandStep[] = [
  command('create-or-update-pacticipant', 'a new one', [
    '--name',
    'CliNew',
    '--main-branch',
    'main',
    '--repository-url',
    'http://example.org/new',
  ]),
  command('create-or-update-pacticipant', 'a change', ['--name', 'CliNew', '--display-name', 'New one']),
  command('describe-pacticipant', 'one', ['--name', 'CliNew']),
  command('describe-pacticipant', 'one that is not there', ['--name', 'CliNobody']),
  command('list-pacticipants', 'all', []),
  command('create-or-update-version', 'with branch and tag', [
    '-a',
    'CliNew',
    '-e',
    '1',
    '--branch',
    'main',
    '-t',
    'dev',
  ]),
  command('create-or-update-version', 'with neither', ['-a', 'CliNew', '-e', '2']),
  command('create-version-tag', 'on a version', [...ofShop('1'), '-t', 'qa']),
  command('create-version-tag', 'on a new version', [...ofShop('77'), '-t', 'qa', '--auto-create-version']),
  command('create-version-tag', 'on a version that is not there', [...ofShop('78'), '-t', 'qa']),
  command('describe-version', 'one', ofShop('1')),
  command('describe-version', 'the newest as JSON', [...shop, '-o', 'json']),
  command('describe-version', 'the newest with a tag', [...shop, '--latest', 'dev']),
  command('describe-version', 'one that is not there', ofShop('99')),
  command('delete-version-tag', 'one', [...ofShop('1'), '-t', 'qa']),
  command('delete-version-tag', 'it again', [...ofShop('1'), '-t', 'qa']),
];

const environmentsAndVerdicts: readonly CommandStep[] = [
  command(
    'create-environment',
    'a new one',
    [
      '--name',
      'uat',
      '--display-name',
      'Acceptance',
      '--contact-name',
      'Team',
      '--contact-email-address',
      'team@example.org',
    ],
    { uat: uuid },
  ),
  command('create-environment', 'a name that is taken', ['--name', 'uat']),
  command('create-environment', 'production, as JSON', ['--name', 'live', '--production', '-o', 'json'], {
    live: uuid,
  }),
  command('list-environments', 'as a table', []),
  command('list-environments', 'as JSON', ['-o', 'json']),
  command('describe-environment', 'one', ['--uuid={uat}']),
  command('describe-environment', 'one that is not there', [
    '--uuid',
    '11111111-2222-4333-8444-555555555555',
  ]),
  command('update-environment', 'another name', [
    '--uuid',
    '{uat}',
    '--name',
    'uat2',
    '--display-name',
    'Acceptance 2',
  ]),
  command('can-i-deploy', 'two versions', [...ofShop('2'), ...ofWarehouse('10')]),
  command('can-i-deploy', 'two versions as JSON', [...ofShop('2'), ...ofWarehouse('10'), '-o', 'json']),
  command('can-i-deploy', 'the first one deployed', [...ofWarehouse('10'), '--to-environment', 'live']),
  command('can-i-deploy', 'nothing deployed there', [...ofShop('2'), '--to-environment', 'live']),
  command('record-deployment', 'one', [...ofWarehouse('10'), '--environment', 'live']),
  command('record-deployment', 'an instance', [
    ...ofShop('2'),
    '--environment',
    'live',
    '--application-instance',
    'blue',
  ]),
  command('record-deployment', 'an environment that is not there', [
    ...ofShop('2'),
    '--environment',
    'nothing',
  ]),
  command('record-deployment', 'a version that is not there', [...ofShop('99'), '--environment', 'live']),
  command('record-deployment', 'as JSON', [...ofShop('2'), '--environment', 'uat2', '-o', 'json']),
  command('can-i-deploy', 'to an environment', [...ofShop('2'), '--to-environment', 'live']),
  command('can-i-deploy', 'not to an environment', [...ofShop('4'), '--to-environment', 'live']),
  command('can-i-deploy', 'not to an environment, as JSON', [
    ...ofShop('4'),
    '--to-environment',
    'live',
    '-o',
    'json',
  ]),
  command('can-i-deploy', 'dry run', [...ofShop('4'), '--to-environment', 'live', '--dry-run']),
  command('can-i-deploy', 'ignoring', [...ofShop('4'), '--to-environment', 'live', '--ignore', provider]),
  command('can-i-deploy', 'an environment that is not there', [
    ...ofShop('2'),
    '--to-environment',
    'nothing',
  ]),
  command('can-i-deploy', 'a pacticipant that is not there', [
    '-a',
    'CliNobody',
    '-e',
    '1',
    '--to-environment',
    'live',
  ]),
  command('can-i-deploy', 'the newest', [...shop, '--latest', ...warehouse, '--latest']),
  command('can-i-deploy', 'a branch', [...shop, '--branch', 'main', ...ofWarehouse('10')]),
  command('can-i-deploy', 'the main branch', [...shop, '--main-branch', ...ofWarehouse('10')]),
  command('can-i-deploy', 'to a tag', [...ofShop('1'), '--to', 'dev']),
  command('can-i-merge', 'yes', ofShop('2')),
  command('can-i-merge', 'no', ofShop('4')),
  command('describe-version', 'in an environment', [...shop, '--environment', 'live']),
  command('record-release', 'one', [...ofShop('1'), '--environment', 'live']),
  command('record-release', 'again', [...ofShop('1'), '--environment', 'live']),
  command('record-release', 'an environment that is not there', [...ofShop('1'), '--environment', 'nothing']),
  command('record-support-ended', 'one', [...ofShop('1'), '--environment', 'live']),
  command('record-support-ended', 'again', [...ofShop('1'), '--environment', 'live']),
  command('record-undeployment', 'without its instance', [...shop, '--environment', 'live']),
  command('record-undeployment', 'an instance', [
    ...shop,
    '--environment',
    'live',
    '--application-instance',
    'blue',
  ]),
  command('record-undeployment', 'one', [...warehouse, '--environment', 'live']),
  command('record-undeployment', 'again', [...warehouse, '--environment', 'live']),
  command('delete-environment', 'one', ['--uuid={uat}']),
  command('delete-environment', 'it again', ['--uuid={uat}']),
];

const hook = [
  '{receiver}/cli',
  '-X',
  'POST',
  '-H',
  'Content-Type: application/json',
  '-d',
  '{"of":"${pactbroker.consumerName}"}',
];

const webhooksAndPacts: readonly CommandStep[] = [
  command(
    'create-webhook',
    'of an integration',
    [
      ...hook,
      '--consumer',
      consumer,
      '--provider',
      provider,
      '--description',
      'tells',
      '--contract-content-changed',
    ],
    {
      hook: /"uuid":"([^"]+)"/,
    },
  ),
  command('create-webhook', 'with a user', [...hook, '--user', 'u:p', '--provider-verification-published']),
  command('create-webhook', 'a consumer that is not there', [
    ...hook,
    '--consumer',
    'CliNobody',
    '--contract-published',
  ]),
  command('create-webhook', 'a host that is not allowed', [
    'http://example.org/x',
    '-X',
    'POST',
    '-d',
    '{}',
    '--contract-published',
  ]),
  command('create-webhook', 'no event', hook),
  command('create-or-update-webhook', 'a new one', [
    ...hook,
    '--uuid',
    '696c5f93-1b7f-44bc-8d03-59440fcaa9a0',
    '--contract-published',
  ]),
  command('create-or-update-webhook', 'a change', [
    ...hook,
    '--uuid',
    '696c5f93-1b7f-44bc-8d03-59440fcaa9a0',
    '--contract-content-changed',
  ]),
  // Ids of webhooks may begin with a hyphen, hence the equals sign.
  command('test-webhook', 'one', ['--uuid={hook}']),
  command('test-webhook', 'one that is not there', ['--uuid', '11111111-2222-4333-8444-555555555555']),
  command('publish', 'with a webhook', ['right', '-a', '5', '--branch', 'main']),
  command('delete-webhook', 'one', ['--uuid={hook}']),
  command('delete-webhook', 'it again', ['--uuid={hook}']),
  command('list-latest-pact-versions', 'as a table', []),
  command('list-latest-pact-versions', 'as JSON', ['-o', 'json']),
  command('get-pacts', 'all', ['--provider', provider]),
  command('get-pacts', 'of a branch', ['--provider', provider, '--branch', 'main']),
  command('get-pacts', 'the newest of a branch', ['--provider', provider, '--branch', 'main', '--latest']),
  command('get-pacts', 'of a consumer', ['--provider', provider, '--consumer', consumer]),
  command('get-pacts', 'of a provider that is not there', ['--provider', 'CliNobody']),
  command('provider-states', 'all', ['--provider', provider]),
  command('provider-states', 'of a branch', ['--provider', provider, '--branch', 'main']),
  command('provider-states', 'of an environment', ['--provider', provider, '--environment', 'live']),
  command('delete-branch', 'one', [...shop, '--branch', 'feat']),
  command('delete-branch', 'it again', [...shop, '--branch', 'feat']),
  command('generate-uuid', 'one', []),
  command('publish', 'merging other content', ['wrong', '-a', '5', '--branch', 'main', '--merge']),
];

/** Every command of the official command line, in the order in which a team would meet them. */
export const commandSteps: readonly CommandStep[] = [
  ...publishAndVerify,
  ...pacticipantsAndVersions,
  ...environmentsAndVerdicts,
  ...webhooksAndPacts,
];
