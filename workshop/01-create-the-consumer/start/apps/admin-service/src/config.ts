import { z } from 'zod';

/** Everything the site takes from its environment, checked once at start. */
export interface Config {
  /** TCP port to listen on. */
  readonly port: number;
  /** Base URL of the User Service. */
  readonly userServiceUrl: string;
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port is a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65535, 'a port is a number from 0 to 65535');

const environment = z.object({
  ADMIN_SERVICE_PORT: port.default(3000),
  USER_SERVICE_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8080'),
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
    throw new Error(`Admin Service cannot start, check these environment variables:\n${problems.join('\n')}`);
  }
  return {
    port: parsed.data.ADMIN_SERVICE_PORT,
    userServiceUrl: parsed.data.USER_SERVICE_URL,
  };
}
