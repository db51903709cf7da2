import type { Command } from 'commander';
import { buildInfo } from '../build/index.ts';
import {
  recordDeployment,
  recordRelease,
  recordSupportEnded,
  recordUndeployment,
} from '../environments/index.ts';
import {
  connectionFrom,
  outputOption,
  versionOption,
  withBrokerOptions,
  type CommonOptions,
} from './common.ts';
import { runCommand } from './run-command.ts';

interface Options extends CommonOptions {
  readonly pacticipant: string;
  readonly version?: string;
  readonly environment: string;
  readonly applicationInstance?: string;
  readonly output: string;
}

export function addRecordCommands(program: Command): void {
  add(
    program,
    'record-deployment',
    'record that a version now runs in an environment',
    { instance: true },
    async (options) => {
      await recordDeployment(options);
      return `Recorded deployment of ${options.pacticipant} version ${options.version} to ${options.environment} environment${instanceText(options)}.`;
    },
  );
  add(
    program,
    'record-release',
    'record that a version is released to an environment',
    { instance: false },
    async (options) => {
      await recordRelease(options);
      return `Recorded release of ${options.pacticipant} version ${options.version} to ${options.environment} environment.`;
    },
  );
  add(
    program,
    'record-support-ended',
    'record that a released version is no longer supported',
    { instance: false },
    async (options) => {
      await recordSupportEnded(options);
      return `Recorded end of support for ${options.pacticipant} version ${options.version} in ${options.environment} environment.`;
    },
  );
  const undeployment = program
    .command('record-undeployment')
    .description('record that a pacticipant no longer runs in an environment')
    .requiredOption('-a, --pacticipant <name>', 'name of the pacticipant')
    .requiredOption('--environment <name>', 'name of the environment')
    .option('--application-instance <name>', 'the instance, if several run at the same time')
    .addOption(outputOption(['text', 'json']));
  withBrokerOptions(undeployment).action((options: Options) =>
    runCommand(options, async () => {
      const { pacticipant, environment, applicationInstance } = options;
      await recordUndeployment({
        pacticipant,
        environment,
        applicationInstance,
        broker: connectionFrom(options),
      });
      say(
        options,
        { pacticipant, environment },
        `Recorded undeployment of ${pacticipant} from ${environment} environment${instanceText(options)}.`,
      );
    }),
  );
}

function add(
  program: Command,
  name: string,
  description: string,
  { instance }: { readonly instance: boolean },
  work: (options: {
    broker: ReturnType<typeof connectionFrom>;
    pacticipant: string;
    version: string;
    environment: string;
    applicationInstance: string | undefined;
  }) => Promise<string>,
): void {
  const command = program
    .command(name)
    .description(description)
    .requiredOption('-a, --pacticipant <name>', 'name of the pacticipant')
    .addOption(versionOption())
    .requiredOption('--environment <name>', 'name of the environment')
    .addOption(outputOption(['text', 'json']));
  if (instance)
    command.option('--application-instance <name>', 'the instance, if several run at the same time');
  withBrokerOptions(command).action((options: Options) =>
    runCommand(options, async () => {
      const { pacticipant, environment, applicationInstance } = options;
      const { version } = buildInfo({ version: options.version, versionOption: '--version' });
      const text = await work({
        broker: connectionFrom(options),
        pacticipant,
        version,
        environment,
        applicationInstance,
      });
      say(options, { pacticipant, version, environment }, text);
    }),
  );
}

function say({ output }: Options, facts: object, text: string): void {
  console.log(output === 'json' ? JSON.stringify(facts, null, 2) : `✅ ${text}`);
}

function instanceText({
  applicationInstance,
}: {
  readonly applicationInstance?: string | undefined;
}): string {
  return applicationInstance === undefined ? '' : ` (application instance ${applicationInstance})`;
}
