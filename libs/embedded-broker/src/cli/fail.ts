/** Prints what went wrong, in words, and sets exit code 1. */
export function fail(error: unknown, port?: number): void {
  const { code, message } = error as NodeJS.ErrnoException;
  const isTaken = code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `embedded-broker: port ${port} is taken, perhaps by a broker that already runs. Stop what is there, or choose another port with --port or PACT_BROKER_PORT.`
      : `embedded-broker: ${message}`,
  );
  process.exitCode = 1;
}
