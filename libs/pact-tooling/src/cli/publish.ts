import type { Command } from 'commander';
import { publishPacts, type Notice } from '../publish/index.ts';
import {
  collect,
  connectionFrom,
  guarded,
  outputOption,
  withBrokerOptions,
  type CommonOptions,
} from './common.ts';

interface Options extends CommonOptions {
  readonly consumerAppVersion?: string;
  readonly branch?: string;
  readonly tag?: string[];
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
    .argument('[paths...]', 'pact files, or directories with them', ['pacts'])
    .option(
      '-a, --consumer-app-version <version>',
      'version of the consumer (default: VERSION_COMMIT, else the CI’s commit, else git’s)',
    )
    .option('--branch <name>', 'branch of the consumer (default: VERSION_BRANCH, else the CI’s, else git’s)')
    .option('-t, --tag <name>', 'tag for the consumer version; may be repeated', collect)
    .option('--build-url <url>', 'page of the CI build')
    .option('--merge', 'add to what this version has published, instead of refusing to change it')
    .addOption(outputOption(['text', 'json']));
  withBrokerOptions(command).action((paths: string[], options: Options) =>
    guarded(options, async () => {
      const result = await publishPacts({
        broker: connectionFrom(options),
        files: paths,
        version: options.consumerAppVersion,
        branch: options.branch,
        tags: options.tag,
        buildUrl: options.buildUrl,
        merge: options.merge,
      });
      if (options.output === 'json') console.log(JSON.stringify(result, null, 2));
      else for (const { type, text } of result.notices) console.log(`${marks[type] ?? ''}${text}`);
    }),
  );
}
