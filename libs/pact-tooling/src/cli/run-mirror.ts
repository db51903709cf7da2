import {
  announceRetry,
  brokerConnection,
  readCertificate,
  variable,
  type BrokerConnection,
} from '@pact-workshop/broker-client';
import { mirror, MirrorInterruptedError } from '@pact-workshop/broker-mirror';
import { formatMirrorReport } from '../mirror-report.ts';
import { progressDisplay } from './mirror-progress.ts';

/** What the command line says. */
export interface MirrorCommandOptions {
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

/**
 * Mirrors, shows how far it is, and prints the report.
 * @returns the exit code
 */
export async function runMirror(options: MirrorCommandOptions): Promise<number> {
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

function connectionsFrom(
  options: MirrorCommandOptions,
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
