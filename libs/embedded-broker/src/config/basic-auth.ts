import { variableName, type Values } from './definitions.ts';

type TextSetting = `basicAuth${'' | 'ReadOnly'}${'Username' | 'Password'}`;

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Who may do what. Without this the broker is open to all who reach it. */
export interface BasicAuthConfig {
  readonly writer: Credentials;
  /** May read everything and change nothing. */
  readonly reader?: Credentials | undefined;
  /** Reading needs no credentials. */
  readonly publicRead?: boolean | undefined;
  /** `/diagnostic/status/heartbeat` needs no credentials. */
  readonly publicHeartbeat?: boolean | undefined;
  /** Nor do badges. */
  readonly publicBadges?: boolean | undefined;
}

/**
 * Basic auth, switched on when the writer's name and password are both set.
 * @param problems gets what is wrong: half of a pair, or a reader where nobody may write
 */
export function basicAuthOf(values: Values, problems: string[]): BasicAuthConfig | undefined {
  const pair = (usernameKey: TextSetting, passwordKey: TextSetting): Credentials | undefined => {
    const [username, password] = [values[usernameKey], values[passwordKey]];
    if ((username === '') !== (password === '')) {
      problems.push(`set both ${variableName(usernameKey)} and ${variableName(passwordKey)}, or neither`);
    }
    return username && password ? { username, password } : undefined;
  };
  const writer = pair('basicAuthUsername', 'basicAuthPassword');
  const reader = pair('basicAuthReadOnlyUsername', 'basicAuthReadOnlyPassword');
  if (reader && !writer && problems.length === 0) {
    const names = `${variableName('basicAuthUsername')} and ${variableName('basicAuthPassword')}`;
    problems.push(`a read-only user needs a read/write one: set ${names} too`);
  }
  return (
    writer && {
      writer,
      reader,
      publicRead: values.allowPublicRead,
      publicHeartbeat: values.publicHeartbeat,
      publicBadges: values.enablePublicBadgeAccess,
    }
  );
}
