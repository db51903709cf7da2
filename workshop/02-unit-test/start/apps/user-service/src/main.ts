import { readConfig } from './config.ts';
import { startServer } from './server.ts';
import { openUserRepository, type UserRepository } from './users/user-repository.ts';

function openUsers(path: string): UserRepository {
  try {
    return openUserRepository(path);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`Can't open the database ${path}: ${message}. Check USER_SERVICE_DATABASE.`, {
      cause: error,
    });
  }
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const users = openUsers(config.databasePath);
  const server = await startServer({ ...config, users });
  const stop = async () => {
    await server.close();
    users.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Last: who reads this line may ask for the stop at once.
  console.log(`User Service listens on ${server.url}`);
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
