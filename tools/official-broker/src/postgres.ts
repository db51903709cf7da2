import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type Database } from './database.ts';
import { programPath } from './programs.ts';
import { run } from './run.ts';
import { startServer } from './server-process.ts';

const user = 'broker';
/** The database that every cluster is born with. */
const name = 'postgres';

/** Starts a PostgreSQL with nothing in it. It listens on a socket in a folder of its own, on no port. */
export async function startPostgres(): Promise<Database> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const account = await accountForPostgres();
  if (account) await chown(folder.path, account.uid, account.gid);
  const data = join(folder.path, 'data');
  const locale = ['--encoding', 'UTF8', '--locale', 'C'];
  await run(
    path('initdb'),
    ['--pgdata', data, '--username', user, '--auth', 'trust', '--no-sync', ...locale],
    {
      cwd: folder.path,
      ...account,
    },
  );
  const settings = [
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${folder.path}`,
    '-c',
    'fsync=off',
  ];
  stack.use(
    await startServer(path('postgres'), ['-D', data, ...settings], {
      cwd: folder.path,
      ...account,
      ready: /ready to accept connections/,
      endBy: 'SIGINT',
    }),
  );
  const started = stack.move();
  return {
    settings: {
      PACT_BROKER_DATABASE_ADAPTER: 'postgres',
      PACT_BROKER_DATABASE_HOST: folder.path,
      PACT_BROKER_DATABASE_NAME: name,
      PACT_BROKER_DATABASE_USERNAME: user,
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

/** PostgreSQL refuses to be run by root: then `nobody` runs it. */
async function accountForPostgres(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (option: string) => Number(await run('id', [option, 'nobody']));
  return { uid: await id('-u'), gid: await id('-g') };
}

const path = (program: string): string => programPath(program) ?? program;
