import { variableName, type Values } from './definitions.ts';

type TextSetting = `basicAuth${'' | 'ReadOnly'}${'Username' | 'Password'}`;

/** A user of basic auth. */
export interface Credentials {
  /** Name of the user. */
  readonly username: string;
  /** Their password, as plain text. */
  readonly password: string;
}

/** Who may do what. Without this the broker is open to all who reach it. */
export interface BasicAuthConfig {
  /** May read and write everything. */
  readonly writer: Credentials;
  /** May read everything and change nothing; nobody by default. */
  readonly reader?: Credentials | undefined;
  /** Whether reading needs no credentials; false by default. */
  readonly publicRead?: boolean | undefined;
  /** Whether `/diagnostic/status/heartbeat` needs no credentials; false by default. */
  readonly publicHeartbeat?: boolean | undefined;
  /** Whether badges need no credentials; false by default. */
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
