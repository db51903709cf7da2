import { command, type CommandStep } from '../command.ts';
import { provider } from '../workspace.ts';
import { ofShop } from './selections.ts';

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

/** Publishing pacts and verifying a provider against them, with each kind of selector. */
export const publishAndVerify: readonly CommandStep[] = [
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
