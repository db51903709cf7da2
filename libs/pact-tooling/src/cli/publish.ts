import type { Command } from 'commander';
import { buildInfo } from '../build/index.ts';
import type { Notice } from '../publish/index.ts';
import { connectionFrom, outputOption, withBrokerOptions, type CommonOptions } from './common.ts';
import { pactPaths } from './pact-paths.ts';
import { runCommand } from './run-command.ts';
import { branchTag, branchTagOption, collectList } from './tags.ts';

interface Options extends CommonOptions {
  readonly consumerAppVersion?: string;
  readonly branch?: string;
  readonly tag?: string[];
  readonly tagWithGitBranch?: boolean;
  readonly buildUrl?: string;
  readonly merge?: boolean;
  readonly output: string;
}

const marks: Partial<Record<Notice['type'], string>> = {
  success: '✅ ',
  warning: '⚠️  ',
  error: '❌ ',
  danger: '❌ ',
};

export function addPublishCommand(program: Command): void {
  const command = program
    .command('publish')
    .description('publish contracts')
    .argument('[paths...]', 'pact files, directories with them, or patterns', ['pacts'])
    .option(
      '-a, --consumer-app-version <version>',
      'version of the consumer (default: VERSION_COMMIT, else the CI’s commit, else git’s)',
    )
    .option('--branch <name>', 'branch of the consumer (default: VERSION_BRANCH, else the CI’s, else git’s)')
    .option(
      '-t, --tag <names>',
      'tag for the consumer version, or a list with commas; may be repeated',
      collectList,
    )
    .option(...branchTagOption)
    .option('-r, --auto-detect-version-properties', 'detect version, branch and build URL (always done)')
    .option('--build-url <url>', 'URL of the CI build')
    .option('--merge', 'add to the published contracts of this version, instead of refusing the change')
    .addOption(outputOption(['text', 'json']));
  withBrokerOptions(command).action((paths: string[], options: Options) =>
    runCommand(options, async () => {
      const { consumerAppVersion, tag = [], tagWithGitBranch } = options;
      const { version, branch } = buildInfo({
        version: consumerAppVersion,
        branch: options.branch,
        versionOption: '--consumer-app-version',
      });
      const { publishPacts } = await import('../publish/index.ts');
      const result = await publishPacts({
        broker: connectionFrom(options),
        files: pactPaths(paths),
        version,
        branch,
        tags: tagWithGitBranch ? [...tag, branchTag({ version, branch })] : tag,
        buildUrl: options.buildUrl,
        merge: options.merge,
      });
      if (options.output === 'json') console.log(JSON.stringify(result, null, 2));
      else for (const { type, text } of result.notices) console.log(`${marks[type] ?? ''}${text}`);
    }),
  );
}
