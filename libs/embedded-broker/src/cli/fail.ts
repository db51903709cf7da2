import { inspect } from 'node:util';
import { isExpected } from './is-expected.ts';

/** Prints what went wrong, in words, and sets exit code 1. A fault of the program is printed with its stack. */
export function fail(error: unknown, port?: number): void {
  const { code, message = String(error) } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  const isTaken = code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `embedded-broker: port ${port} is taken, perhaps by a broker that already runs. Stop what is there, or choose another port with --port or PACT_BROKER_PORT.`
      : `embedded-broker: ${message}`,
  );
  if (!isExpected(error)) console.error(inspect(error));
  process.exitCode = 1;
}
