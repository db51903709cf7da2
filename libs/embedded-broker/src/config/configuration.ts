import { ExpectedError } from '../expected-error.ts';
import { basicAuthOf, type BasicAuthConfig } from './basic-auth.ts';
import { databasePath } from './database-path.ts';
import { readSettingsFile } from './file.ts';
import { behaviourNames, definitions } from './definitions.ts';
import { faultOf, resolveSettings, type ResolvedSettings, type Sources } from './resolve-settings.ts';
import { limitsOf, type Limits } from './limits.ts';
import { defaultSettings, settingsOf, type BrokerSettings } from './settings.ts';

/** All that a command needs to know, checked. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Path of the SQLite file, or `:memory:`. */
  readonly db: string;
  readonly basicAuth: BasicAuthConfig | undefined;
  readonly settings: BrokerSettings;
  readonly limits: Limits;
  /** Every value as it was read, and where it came from. */
  readonly resolved: ResolvedSettings;
}

/** Everything that is wrong with the settings, a line for each. */
export class ConfigurationError extends ExpectedError {
  constructor(problems: readonly string[]) {
    super(
      problems.length === 1
        ? problems[0]
        : `the settings have errors:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/**
 * Settings that a program has given, together with the defaults.
 * @throws ConfigurationError that lists all errors
 */
export function completeSettings(given: Partial<BrokerSettings>): BrokerSettings {
  const problems = behaviourNames.flatMap((name) => {
    const value = given[name];
    const { type } = definitions[name];
    return value === undefined || type.read(value) !== undefined
      ? []
      : [`settings.${name} ${faultOf(type, value)}`];
  });
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { ...defaultSettings, ...given };
}

/**
 * Reads the settings from the YAML file, the environment and the command line; the latter win.
 * @param file path of the YAML file; `PACT_BROKER_CONF` names it otherwise
 * @throws ConfigurationError that lists all errors
 */
export function configure({
  file: path,
  ...sources
}: Omit<Sources, 'file'> & { readonly file?: string | undefined }): Configuration {
  const usedPath = path ?? (sources.env['PACT_BROKER_CONF'] || undefined);
  const file = usedPath === undefined ? undefined : { path: usedPath, content: readSettingsFile(usedPath) };
  const resolved = resolveSettings({ ...sources, file });
  const { values } = resolved;
  const problems = [...resolved.problems];
  const basicAuth = basicAuthOf(values, problems);
  const db = databasePath(values.databaseUrl);
  if (db === undefined) {
    problems.push(
      `${resolved.origins.databaseUrl} names another kind of database; this broker stores in SQLite ` +
        '(sqlite:////path/to/file), the official one in PostgreSQL',
    );
  }
  if (problems.length > 0 || db === undefined) throw new ConfigurationError(problems);
  const { port, host } = values;
  return { port, host, db, basicAuth, settings: settingsOf(values), limits: limitsOf(values), resolved };
}
