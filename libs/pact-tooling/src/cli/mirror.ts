import {
  announceRetry,
  brokerConnection,
  readCertificate,
  variable,
  type BrokerConnection,
} from '@pact-workshop/broker-client';
import { mirror, MirrorInterruptedError } from '@pact-workshop/broker-mirror';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { formatMirrorReport } from '../mirror-report.ts';
import { outputOption, wholeNumber } from './common.ts';
import { progressDisplay } from './mirror-progress.ts';
import { runCommand } from './run-command.ts';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly dryRun?: boolean;
  readonly check: boolean;
  readonly enableWebhooks?: boolean;
  readonly fullHistory?: boolean;
  readonly concurrency: number;
  readonly output: string;
  readonly verbose?: boolean;
  readonly fromUsername?: string;
  readonly fromPassword?: string;
  readonly fromToken?: string;
  readonly fromSslCertificate?: string;
  readonly toUsername?: string;
  readonly toPassword?: string;
  readonly toToken?: string;
  readonly toSslCertificate?: string;
}

/** The usual exit code of a command that was stopped by Ctrl-C. */
const interruptedExitCode = 130;

export function addMirrorCommand(program: Command): void {
  const command = program
    .command('mirror')
    .description('copy everything from one broker to another; another run copies what is missing')
    .addOption(addressOption('from', 'the broker to read'))
    .addOption(addressOption('to', 'the broker to fill'));
  for (const side of ['from', 'to']) addCredentialOptions(command, side);
  command
    .option('--dry-run', 'only count what would be copied')
    .option('--no-check', 'do not ask both brokers at the end what can be deployed')
    .option('--enable-webhooks', 'copy webhooks as they are, instead of switching them off')
    .option('--full-history', 'ask for past deployments and ended releases of each version (slow)')
    .option('--concurrency <requests>', 'number of requests at the same time', atLeastOne, 4)
    .addOption(outputOption(['table', 'json']))
    .option('-v, --verbose', 'show the stack of an error')
    .action((options: Options) => runCommand(options, () => run(options)));
}

/** @returns the exit code */
async function run(options: Options): Promise<number> {
  const interruption = new AbortController();
  const { dryRun } = options;
  const progress = progressDisplay(
    process.stderr,
    dryRun ? ['reading', 'comparing'] : ['reading', 'carrying', 'comparing'],
  );
  const stop = () => {
    if (interruption.signal.aborted) process.exit(interruptedExitCode);
    progress.say('Stopping after the running requests. Press Ctrl-C again to stop at once.');
    interruption.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const { check, enableWebhooks, fullHistory, concurrency, output } = options;
    const report = await mirror({
      ...connectionsFrom(options, process.env),
      dryRun,
      check,
      enableWebhooks,
      fullHistory,
      concurrency,
      signal: interruption.signal,
      onProgress: (step) => progress.show(step),
    });
    await progress.end(true);
    console.log(output === 'json' ? JSON.stringify(report, null, 2) : formatMirrorReport(report));
    return report.agrees ? 0 : 1;
  } catch (error) {
    await progress.end(false);
    if (!(error instanceof MirrorInterruptedError)) throw error;
    console.error(error.message);
    return interruptedExitCode;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function addressOption(side: string, what: string): Option {
  const variable = `PACT_BROKER_${side.toUpperCase()}_BASE_URL`;
  return new Option(`--${side} <url>`, what).env(variable).makeOptionMandatory();
}

/** The credential options of the other commands, for each broker. Their usual variables belong to neither broker. */
function addCredentialOptions(command: Command, side: string): void {
  const variable = (name: string) => `PACT_BROKER_${side.toUpperCase()}_${name}`;
  command
    .option(`--${side}-username <name>`, `user name for basic auth (${variable('USERNAME')})`)
    .option(`--${side}-password <password>`, `its password (${variable('PASSWORD')})`)
    .option(`--${side}-token <token>`, `bearer token (${variable('TOKEN')})`)
    .option(`--${side}-ssl-certificate <file>`, 'PEM file with a certificate to trust (SSL_CERT_FILE)');
}

function connectionsFrom(
  options: Options,
  env: NodeJS.ProcessEnv,
): { readonly from: BrokerConnection; readonly to: BrokerConnection } {
  const { fromUsername, fromPassword, fromToken, fromSslCertificate } = options;
  const { toUsername, toPassword, toToken, toSslCertificate } = options;
  return {
    from: connection(
      { baseUrl: options.from, username: fromUsername, password: fromPassword, token: fromToken },
      { path: fromSslCertificate, option: '--from-ssl-certificate' },
      sideEnvironment(env, 'FROM'),
    ),
    to: connection(
      { baseUrl: options.to, username: toUsername, password: toPassword, token: toToken },
      { path: toSslCertificate, option: '--to-ssl-certificate' },
      sideEnvironment(env, 'TO'),
    ),
  };
}

function connection(
  given: BrokerConnection,
  certificate: { readonly path: string | undefined; readonly option: string },
  env: NodeJS.ProcessEnv,
): BrokerConnection {
  const { path, option } = certificate;
  const ca = path === undefined ? undefined : readCertificate(path, option);
  const password =
    given.password ?? (given.username === undefined ? undefined : variable(env, 'PACT_BROKER_PASSWORD'));
  return brokerConnection({ ...given, password, ca, onRetry: announceRetry }, env);
}

/** The variables of one broker, with the names that a connection reads. */
function sideEnvironment(env: NodeJS.ProcessEnv, side: string): NodeJS.ProcessEnv {
  const own = ['USERNAME', 'PASSWORD', 'TOKEN'].map((name) => [
    `PACT_BROKER_${name}`,
    env[`PACT_BROKER_${side}_${name}`],
  ]);
  const shared = ['SSL_CERT_FILE', 'PACT_BROKER_HTTP_RETRIES'].map((name) => [name, env[name]]);
  return Object.fromEntries([...own, ...shared]) as NodeJS.ProcessEnv;
}

function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (number < 1) throw new InvalidArgumentError('at least 1 is expected.');
  return number;
}
