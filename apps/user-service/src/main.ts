import { readConfig } from './config.ts';
import { startServer } from './server.ts';
import { openUserRepository } from './users/user-repository.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const users = openUserRepository(config.databasePath);
  const server = await startServer({ ...config, users });
  console.log(`User Service listens on ${server.url}`);
  const stop = async () => {
    await server.close();
    users.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE'
      ? `${message}\nAnother program listens on that port: stop it, or set USER_SERVICE_PORT.`
      : message,
  );
  process.exitCode = 1;
}
