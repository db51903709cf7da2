import { command, type CommandStep } from '../command.ts';
import { ofShop, shop } from './selections.ts';

/** What pacticipants and their versions are. */
export const pacticipantsAndVersions: readonly CommandStep[] = [
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
