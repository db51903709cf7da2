import { InvalidArgumentError, Option, type Command } from 'commander';
import { pipelines, roles, runners, type InitOptions } from '../init/options.ts';
import { toolingVersion } from '../tooling-version.ts';
import { runCommand } from './run-command.ts';

interface Options extends InitOptions {
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly verbose?: boolean;
}

export function addInitCommand(program: Command): void {
  program
    .command('init')
    .description('write the first contract test or verification of the service in this folder')
    .addOption(
      new Option('--role <role>', 'side of the service (default: what its sources show)').choices(roles),
    )
    .option('--name <name>', 'name of the service in contracts (default: that of its package)', aName)
    .option('--other <name>', 'name of the provider that a consumer asks', aName)
    .addOption(
      new Option('--runner <runner>', 'test runner (default: that of package.json, else Node’s)').choices(
        runners,
      ),
    )
    .addOption(
      new Option('--pipeline <kind>', 'pipeline to write (default: the kind that is there)').choices(
        pipelines,
      ),
    )
    .option('--dry-run', 'only tell what would be written')
    .option('--force', 'replace files and scripts that are there')
    .option('-v, --verbose', 'show the stack of an error')
    .addHelpText(
      'after',
      `
Example, in the folder with the package.json of your service:
  npx @pact-workshop/pact-tooling init --dry-run
  npx @pact-workshop/pact-tooling init --role consumer --name shop --other users --pipeline github`,
    )
    .action((options: Options) =>
      runCommand(options, async () => {
        const { initialize } = await import('../init/initialize.ts');
        console.log(initialize(process.cwd(), options, toolingVersion()));
      }),
    );
}

function aName(text: string): string {
  if (text.trim() === '' || /[\n\r\t"`$\\]/.test(text))
    throw new InvalidArgumentError('a name is expected, without quotes and line breaks.');
  return text.trim();
}
