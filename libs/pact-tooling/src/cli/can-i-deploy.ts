import { PactToolingError } from '@pact-workshop/broker-client';
import type { Command } from 'commander';
import {
  canIDeploy,
  canIMerge,
  formatVerdict,
  type CanIDeployOptions,
  type CanIDeployResult,
} from '../can-i-deploy/index.ts';
import { addSelectorOptions, withDetectedVersion, type Collected } from './selector-options.ts';
import {
  connectionFrom,
  outputOption,
  wholeNumber,
  withBrokerOptions,
  type CommonOptions,
} from './common.ts';
import { endUsageErrorsWith, noAnswer, runCommand } from './run-command.ts';

interface Options extends CommonOptions {
  readonly toEnvironment?: string;
  readonly to?: string;
  readonly output: string;
  readonly retryWhileUnknown: number;
  readonly retryInterval: number;
  readonly dryRun?: boolean;
  readonly checkLiveVersions?: boolean;
}

const exitCodes = 'exit code 0: yes, 1: no, or results are missing, 2: no answer';

export function addCanIDeployCommands(program: Command): void {
  addCommand(
    program,
    'can-i-deploy',
    `ask whether a version can be deployed; ${exitCodes}`,
    canIDeploy,
    (command) =>
      command
        .option('--to-environment <name>', 'environment to deploy to')
        .option('--to <tag>', 'tag to deploy to, if environments are not used')
        .option(
          '--no-check-live-versions',
          'accept the yes of a broker that did not check every live version',
        ),
  );
  addCommand(
    program,
    'can-i-merge',
    `ask whether a version works with all main branches; ${exitCodes}`,
    canIMerge,
    (command) => command,
  );
}

function addCommand(
  program: Command,
  name: string,
  description: string,
  ask: typeof canIDeploy,
  extend: (command: Command) => Command,
): void {
  const collected: Collected = { selectors: [], ignored: [] };
  const command = program.command(name).description(description);
  addSelectorOptions(command, collected);
  extend(command)
    .addOption(outputOption(['table', 'json']))
    .option('--retry-while-unknown <times>', 'how often to ask again if results are missing', wholeNumber, 0)
    .option('--retry-interval <seconds>', 'pause between these requests', wholeNumber, 5)
    .option('--dry-run', 'print the answer, but always exit with 0 (PACT_BROKER_CAN_I_DEPLOY_DRY_RUN=true)');
  endUsageErrorsWith(command, noAnswer);
  withBrokerOptions(command).action((options: Options) =>
    runCommand(
      options,
      async () => {
        const result = await answered(options, async () => ask(questionFrom(options, collected)));
        return print(result, options);
      },
      noAnswer,
    ),
  );
}

function questionFrom(options: Options, { selectors, ignored }: Collected): CanIDeployOptions {
  const [first, ...others] = selectors;
  if (!first) throw new PactToolingError('Give a pacticipant: --pacticipant NAME.');
  return {
    ...withDetectedVersion(first),
    broker: connectionFrom(options),
    with: others,
    environment: options.toEnvironment,
    to: options.to,
    ignore: ignored,
    checkLiveVersions: options.checkLiveVersions,
    retryWhileUnknown: options.retryWhileUnknown,
    retryInterval: options.retryInterval,
    onWait: (attempt) => {
      console.error(
        `Results are missing; asking again in ${options.retryInterval} s (${attempt} of ${options.retryWhileUnknown})`,
      );
    },
  };
}

/** What reads JSON gets some in any case: without an answer, one that nobody takes for a yes. */
async function answered(
  { output }: Options,
  ask: () => Promise<CanIDeployResult>,
): Promise<CanIDeployResult> {
  try {
    return await ask();
  } catch (error) {
    const { message } = error as Error;
    if (output === 'json') console.log(JSON.stringify({ deployable: null, error: message }, null, 2));
    throw error;
  }
}

/** @returns the exit code */
function print(result: CanIDeployResult, { output, dryRun = isDryRun(process.env) }: Options): number {
  console.log(output === 'json' ? JSON.stringify(result, null, 2) : formatVerdict(result));
  if (result.deployable === true) return 0;
  if (!dryRun) return 1;
  console.error('Dry run: the exit code is 0 nevertheless.');
  return 0;
}

/**
 * @throws PactToolingError if the variable is neither true nor false: a typing error must not turn a no into a yes
 */
function isDryRun(env: NodeJS.ProcessEnv): boolean {
  const value = env['PACT_BROKER_CAN_I_DEPLOY_DRY_RUN'] ?? '';
  if (!['', 'true', 'false'].includes(value)) {
    throw new PactToolingError(`PACT_BROKER_CAN_I_DEPLOY_DRY_RUN is "${value}"; true or false is expected.`);
  }
  return value === 'true';
}
