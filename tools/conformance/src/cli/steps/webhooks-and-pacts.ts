import { command, type CommandStep } from '../command.ts';
import { consumer, provider } from '../workspace.ts';
import { shop } from './selections.ts';

const hook = [
  '{receiver}/cli',
  '-X',
  'POST',
  '-H',
  'Content-Type: application/json',
  '-d',
  '{"of":"${pactbroker.consumerName}"}',
];

/** Webhooks, and reading and deleting pacts and branches. */
export const webhooksAndPacts: readonly CommandStep[] = [
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
