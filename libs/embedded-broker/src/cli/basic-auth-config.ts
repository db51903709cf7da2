import type { BasicAuthConfig } from '../http/index.ts';

/**
 * Basic auth from the official broker's variables; switched on when the writer's name and password are both set.
 * @throws Error when only one of a pair is set
 */
export function basicAuthFrom(env: NodeJS.ProcessEnv): BasicAuthConfig | undefined {
  const pair = (prefix: string) => {
    const username = env[`${prefix}_USERNAME`];
    const password = env[`${prefix}_PASSWORD`];
    if (Boolean(username) !== Boolean(password)) {
      throw new Error(`set both ${prefix}_USERNAME and ${prefix}_PASSWORD, or neither`);
    }
    return username && password ? { username, password } : undefined;
  };
  const writer = pair('PACT_BROKER_BASIC_AUTH');
  const reader = pair('PACT_BROKER_BASIC_AUTH_READ_ONLY');
  if (!writer) {
    if (reader)
      throw new Error(
        'a read-only user needs a read/write one: set PACT_BROKER_BASIC_AUTH_USERNAME and _PASSWORD too',
      );
    return undefined;
  }
  return {
    writer,
    reader,
    publicRead: env['PACT_BROKER_ALLOW_PUBLIC_READ'] === 'true',
    publicHeartbeat: env['PACT_BROKER_PUBLIC_HEARTBEAT'] === 'true',
  };
}
