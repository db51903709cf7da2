import { InvalidArgumentError, Option } from 'commander';

const defaultPort = 9292;

export const portOption = (): Option =>
  new Option('--port <port>', 'TCP port; 0 takes a free one')
    .env('PACT_BROKER_PORT')
    .default(defaultPort)
    .argParser((text) => {
      const port = Number(text);
      if (!/^\d+$/.test(text) || port > 65535)
        throw new InvalidArgumentError('a port is a number from 0 to 65535.');
      return port;
    });

export const hostOption = (): Option =>
  new Option('--host <address>', 'address to listen on').default('127.0.0.1');

export const databaseOption = (): Option =>
  new Option('--db <file>', 'SQLite file, created when missing; ":memory:" forgets at the end').default(
    '.pact-broker/pact-broker.sqlite',
  );

/** Prints what went wrong, in words, and sets exit code 1. */
export function fail(error: unknown, port?: number): void {
  const { code, message } = error as NodeJS.ErrnoException;
  const isTaken = code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `embedded-broker: port ${port} is taken by another program. Stop that one, or choose another with --port.`
      : `embedded-broker: ${message}`,
  );
  process.exitCode = 1;
}
