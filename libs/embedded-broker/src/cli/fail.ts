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
