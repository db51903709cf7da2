import { OfficialBrokerAbsent } from './absent.ts';
import { bundlerEnvironment, installationFolder, isInstalled } from './installation.ts';
import { startPostgres } from './postgres.ts';
import { refuseMissingPrograms } from './programs.ts';
import { release } from './release.ts';
import { startServer } from './server-process.ts';

/** An official broker that runs on 127.0.0.1. It ends, and its data are gone, when it is disposed of. */
export interface OfficialBroker extends AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
}

/**
 * Starts the installed official broker, with an empty database and without example data.
 * @param settings what it is to be told: its variables PACT_BROKER_…
 * @throws OfficialBrokerAbsent where it is not installed, or a program is missing that it needs
 * @throws Error with the end of its log, when it does not start
 */
export async function startOfficialBroker(
  settings: Readonly<Record<string, string>> = {},
): Promise<OfficialBroker> {
  refuseMissingPrograms();
  if (!(await isInstalled()))
    throw new OfficialBrokerAbsent(
      `the official broker ${release} is not installed ("make conformance" installs it)`,
    );
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await startPostgres());
  const { ready } = stack.use(
    await startServer('bundle', ['exec', 'puma', ...onFreePort, 'config.ru'], {
      cwd: installationFolder(),
      env: { ...process.env, ...bundlerEnvironment(), ...own, ...database.settings, ...settings },
      ready: /Listening on (http:\S+)/,
      endBy: 'SIGTERM',
    }),
  );
  const started = stack.move();
  return { url: ready[1] ?? '', [Symbol.asyncDispose]: () => started.disposeAsync() };
}

/** One process, no configuration from a file, and the port that the system chooses. */
const onFreePort = ['--config', '-', '--workers', '0', '--threads', '5:5', '--bind', 'tcp://127.0.0.1:0'];

const own = {
  RACK_ENV: 'production',
  TZ: 'UTC',
  PACT_BROKER_SEED_EXAMPLE_DATA: 'false',
  PACT_BROKER_LOG_STREAM: 'stdout',
  PACT_BROKER_LOG_LEVEL: 'warn',
  // Its webhooks go to this machine, whatever proxy it has.
  http_proxy: '',
  https_proxy: '',
};
