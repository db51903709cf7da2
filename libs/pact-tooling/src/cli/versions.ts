import { PactToolingError } from '@pact-workshop/broker-client';
import type { Command } from 'commander';
import { buildInfo } from '../build/index.ts';
import { createVersionTag, describeVersion } from '../versions/index.ts';
import {
  collect,
  connectionFrom,
  outputOption,
  versionOption,
  withBrokerOptions,
  type CommonOptions,
} from './common.ts';
import { runCommand } from './run-command.ts';
import { branchTag, branchTagOption } from './tags.ts';

interface TagOptions extends CommonOptions {
  readonly pacticipant: string;
  readonly version?: string;
  readonly tag?: string[];
  readonly tagWithGitBranch?: boolean;
  readonly autoCreateVersion?: boolean;
}

interface DescribeOptions extends CommonOptions {
  readonly pacticipant: string;
  readonly version?: string;
  readonly latest?: string | true;
  readonly output: string;
}

export function addVersionCommands(program: Command): void {
  const tag = program
    .command('create-version-tag')
    .description('put tags on a version')
    .requiredOption('-a, --pacticipant <name>', 'name of the pacticipant')
    .addOption(versionOption())
    .option('-t, --tag <name>', 'the tag; may be repeated', collect)
    .option(...branchTagOption)
    .option('--auto-create-version', 'create the version if it does not exist');
  withBrokerOptions(tag).action((options: TagOptions) =>
    runCommand(options, async () => {
      const { pacticipant, tag = [], tagWithGitBranch, autoCreateVersion } = options;
      if (tag.length === 0 && !tagWithGitBranch) {
        throw new PactToolingError('Give a tag: --tag NAME, or --tag-with-git-branch.');
      }
      const { version } = buildInfo({ version: options.version, versionOption: '--version' });
      const tags = tagWithGitBranch ? [...tag, branchTag({ version })] : tag;
      await createVersionTag({
        broker: connectionFrom(options),
        pacticipant,
        version,
        tags,
        autoCreateVersion,
      });
      console.log(`✅ Tagged version ${version} of ${pacticipant} with ${tags.join(', ')}`);
    }),
  );

  const describe = program
    .command('describe-version')
    .description('show a version as the broker has it')
    .requiredOption('-a, --pacticipant <name>', 'name of the pacticipant')
    .option('-e, --version <version>', 'its version (default: the latest)')
    .option('-l, --latest [tag]', 'the latest version, or the latest with the tag')
    .addOption(outputOption(['text', 'json']));
  withBrokerOptions(describe).action((options: DescribeOptions) =>
    runCommand(options, async () => {
      const { pacticipant, version, latest, output } = options;
      const found = await describeVersion({
        broker: connectionFrom(options),
        pacticipant,
        version,
        tag: typeof latest === 'string' ? latest : undefined,
      });
      if (output === 'json') console.log(JSON.stringify(found, null, 2));
      else {
        const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none');
        console.log(`${found.pacticipant} version ${found.number}`);
        console.log(`  branches:     ${list(found.branches)}`);
        console.log(`  tags:         ${list(found.tags)}`);
        console.log(`  environments: ${list(found.environments)}`);
      }
    }),
  );
}
