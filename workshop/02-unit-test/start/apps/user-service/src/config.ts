import { z } from 'zod';

/** Everything the service takes from its environment, checked once at start. */
export interface Config {
  /** TCP port to listen on. */
  readonly port: number;
  /** Path of the SQLite file with the users; `:memory:` keeps them for the life of the process. */
  readonly databasePath: string;
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port is a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65535, 'a port is a number from 0 to 65535');

const environment = z.object({
  USER_SERVICE_PORT: port.default(8080),
  USER_SERVICE_DATABASE: z.string().min(1).default(':memory:'),
});

/**
 * Reads the configuration.
 * @throws Error naming every variable that is missing or malformed, one line each.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) =>
        `  ${issue.path.join('.')}: ${issue.code === 'invalid_type' ? 'is not set or malformed' : issue.message}`,
    );
    throw new Error(`User Service cannot start, check these environment variables:\n${problems.join('\n')}`);
  }
  return {
    port: parsed.data.USER_SERVICE_PORT,
    databasePath: parsed.data.USER_SERVICE_DATABASE,
  };
}
