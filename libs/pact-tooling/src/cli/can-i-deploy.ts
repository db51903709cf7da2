import type { Command } from 'commander';
import { buildInfo } from '../build/index.ts';
import {
  canIDeploy,
  canIMerge,
  formatVerdict,
  type CanIDeployResult,
  type Selector,
} from '../can-i-deploy/index.ts';
import { PactToolingError } from '../errors.ts';
import {
  connectionFrom,
  guarded,
  outputOption,
  wholeNumber,
  withBrokerOptions,
  type CommonOptions,
} from './common.ts';

interface Options extends CommonOptions {
  readonly toEnvironment?: string;
  readonly to?: string;
  readonly output: string;
  readonly retryWhileUnknown: number;
  readonly retryInterval: number;
  readonly dryRun?: boolean;
}

/** The selectors in the order they stand on the command line: `--version` and others belong to the name before them. */
interface Collected {
  readonly selectors: Selector[];
  readonly ignored: Selector[];
}

export function addCanIDeployCommands(program: Command): void {
  addCommand(
    program,
    'can-i-deploy',
    'ask whether a version can be deployed; exit code 0 only for yes',
    canIDeploy,
    (command) =>
      command
        .option('--to-environment <name>', 'environment to deploy to')
        .option('--to <tag>', 'tag to deploy to, where environments are not used'),
  );
  addCommand(
    program,
    'can-i-merge',
    'ask whether a version works with all main branches; exit code 0 only for yes',
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
    .option(
      '--retry-while-unknown <times>',
      'how often to ask again while results are missing',
      wholeNumber,
      0,
    )
    .option('--retry-interval <seconds>', 'pause between these questions', wholeNumber, 5)
    .option('--dry-run', 'say what the answer is, but exit with 0 (PACT_BROKER_CAN_I_DEPLOY_DRY_RUN=true)');
  withBrokerOptions(command).action((options: Options) =>
    guarded(options, async () => {
      const [first, ...others] = collected.selectors;
      if (!first) throw new PactToolingError('Say which pacticipant: --pacticipant NAME.');
      const result = await ask({
        ...withDetectedVersion(first),
        broker: connectionFrom(options),
        with: others,
        environment: options.toEnvironment,
        to: options.to,
        ignore: collected.ignored,
        retryWhileUnknown: options.retryWhileUnknown,
        retryInterval: options.retryInterval,
        onWait: (attempt) => {
          console.error(
            `Results are missing; asking again in ${options.retryInterval} s (${attempt} of ${options.retryWhileUnknown})`,
          );
        },
      });
      print(result, options);
    }),
  );
}

function print(result: CanIDeployResult, { output, dryRun = isDryRun(process.env) }: Options): void {
  console.log(output === 'json' ? JSON.stringify(result, null, 2) : formatVerdict(result));
  if (result.deployable === true) return;
  if (dryRun) console.error('Dry run: the exit code is 0 all the same.');
  else process.exitCode = 1;
}

/** @throws PactToolingError when the variable is neither true nor false: a typing error must not turn a no into a yes */
function isDryRun(env: NodeJS.ProcessEnv): boolean {
  const value = env['PACT_BROKER_CAN_I_DEPLOY_DRY_RUN'] ?? '';
  if (!['', 'true', 'false'].includes(value)) {
    throw new PactToolingError(`PACT_BROKER_CAN_I_DEPLOY_DRY_RUN is "${value}"; true or false is expected.`);
  }
  return value === 'true';
}

/** A name alone means the version that is checked out here. */
function withDetectedVersion(selector: Selector): Selector {
  const { version, latest, branch, mainBranch } = selector;
  const says = version !== undefined || latest || branch !== undefined || mainBranch;
  return says ? selector : { ...selector, version: buildInfo().version };
}

function addSelectorOptions(command: Command, { selectors, ignored }: Collected): void {
  let list = selectors;
  /** What stood before the first name. */
  let early: Partial<Selector> = {};
  const start = (target: Selector[]) => (pacticipant: string) => {
    list = target;
    target.push({ pacticipant, ...early });
    early = {};
    return pacticipant;
  };
  const amend = (fields: Partial<Selector>) => {
    const last = list.pop();
    if (last) list.push({ ...last, ...fields });
    else early = { ...early, ...fields };
  };
  const amending = (fields: (value: string) => Partial<Selector>) => (value: string) => {
    amend(fields(value));
    return value;
  };
  command
    .option(
      '-a, --pacticipant <name>',
      'name of the pacticipant; repeat it, with its version, for others that have to work with it',
      start(selectors),
    )
    .option(
      '-e, --version <version>',
      'its version (default: VERSION_COMMIT, else the CI’s commit, else git’s)',
      amending((version) => ({ version })),
    )
    .option('-l, --latest [tag]', 'its latest version, or the latest with the tag')
    .option(
      '--branch <name>',
      'the head of this branch',
      amending((branch) => ({ branch })),
    )
    .option('--main-branch', 'the head of its main branch')
    .option(
      '--ignore <name>',
      'leave this pacticipant (or a --version of it) out; may be repeated',
      start(ignored),
    );
  command.on('option:latest', (tag: string | null) => amend({ latest: tag ?? true }));
  command.on('option:main-branch', () => amend({ mainBranch: true }));
}
