import { didYouMean } from './did-you-mean.ts';
import { clientVariables, officialOnly } from './official-only.ts';
import {
  officialName,
  definitions,
  settingNames,
  variableName,
  type SettingName,
  type Values,
} from './definitions.ts';
import type { ValueType } from './value-types.ts';

/** Where settings come from, the strongest last. */
export interface Sources {
  /** The keys and values of the YAML file, and its path for messages. */
  readonly file?: { readonly path: string; readonly content: Readonly<Record<string, unknown>> } | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Given on the command line. */
  readonly options: Partial<Record<SettingName, string | undefined>>;
}

export interface ResolvedSettings {
  readonly values: Values;
  /** Where each value stands, in words; `default` when nowhere. */
  readonly origins: Readonly<Record<SettingName, string>>;
  /** What has to be put right: what is wrong, where, and what to do. */
  readonly problems: readonly string[];
  /** What is probably a mistake. */
  readonly warnings: readonly string[];
}

/** Reads every setting from its strongest source; all errors are reported together, without the values of secrets. */
export function resolveSettings({ file, env, options }: Sources): ResolvedSettings {
  const problems: string[] = file ? unknownKeys(file.path, file.content) : [];
  const values: Record<string, unknown> = {};
  const origins = {} as Record<SettingName, string>;
  for (const name of settingNames) {
    const { type, default: fallback, secret } = definitions[name];
    const found =
      fromOptions(name, options) ??
      fromEnvironment(name, env) ??
      (file && fromFile(name, file.path, file.content));
    const value = found && type.read(found.given);
    values[name] = value ?? fallback;
    origins[name] = found?.origin ?? 'default';
    if (found && value === undefined) {
      problems.push(`${found.origin} ${secret ? 'is malformed' : faultOf(type, found.given)}`);
    }
  }
  return { values: values as Values, origins, problems, warnings: warningsOf(env, file?.content ?? {}) };
}

/** What is wrong with a value, and in which of its parts. */
export function faultOf({ accepts, wrongParts }: ValueType<unknown>, given: unknown): string {
  const wrong = wrongParts?.(given).map(shown) ?? [];
  const parts = wrong.length > 0 ? `, unlike ${wrong.join(', ')}` : '';
  return `is ${shown(given)}; it has to be ${accepts.replaceAll('`', '')}${parts}`;
}

/** What was given, without the credentials of a URL. */
const shown = (given: unknown): string => JSON.stringify(given).replace(/\/\/[^/\s]*@/g, '//***@');

interface Found {
  readonly given: unknown;
  readonly origin: string;
}

/** Options that are called less long than their settings. */
const shortOptions: Partial<Record<SettingName, string>> = {
  databaseUrl: 'db',
  databaseCleanKeepVersionSelectors: 'keep',
  databaseCleanDeletionLimit: 'limit',
  databaseCleanKeepBranchSelectors: 'keep-branches',
  databaseCleanBranchDeletionLimit: 'branch-limit',
  databaseCleanOverwrittenDataMaxAge: 'overwritten-max-age',
  databaseCleanDryRun: 'dry-run',
};

function fromOptions(name: SettingName, options: Sources['options']): Found | undefined {
  const given = options[name];
  const spelled = shortOptions[name] ?? officialName(name).replaceAll('_', '-');
  return given === undefined ? undefined : { given, origin: `--${spelled}` };
}

/** An empty variable counts as not set; `…_BASE_URL` is another name for `…_BASE_URLS`. */
function fromEnvironment(name: SettingName, env: Sources['env']): Found | undefined {
  const variable = variableName(name);
  const named = env[`${variable}_ENVIRONMENT_VARIABLE_NAME`];
  const candidates = [named, variable, ...(name === 'baseUrls' ? ['PACT_BROKER_BASE_URL'] : [])];
  const origin = candidates.find((candidate) => candidate && env[candidate]);
  return origin ? { given: env[origin], origin } : undefined;
}

function fromFile(name: SettingName, path: string, content: Readonly<Record<string, unknown>>) {
  const keys = [officialName(name), ...(name === 'baseUrls' ? ['base_url'] : [])];
  const { takesNull } = definitions[name].type as ValueType<unknown>;
  const isSet = (key: string) => content[key] !== undefined && (content[key] !== null || takesNull === true);
  const key = keys.find(isSet);
  return key === undefined ? undefined : { given: content[key], origin: `${key} in ${path}` };
}

const knownKeys = [...settingNames.map(officialName), 'base_url'];

function unknownKeys(path: string, content: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(content)
    .filter((key) => !knownKeys.includes(key) && !Object.hasOwn(officialOnly, key))
    .map((key) => `${key} in ${path} is not a setting; ${advice(key, knownKeys)}`);
}

function warningsOf(env: Sources['env'], content: Readonly<Record<string, unknown>>): string[] {
  const variables = [
    ...settingNames.map(variableName),
    ...clientVariables,
    'PACT_BROKER_BASE_URL',
    'PACT_BROKER_CONF',
  ];
  const indirect = variables.map((variable) => `${variable}_ENVIRONMENT_VARIABLE_NAME`);
  const given = Object.keys(env).filter((variable) => /^PACT_BROKER_/.test(variable) && env[variable]);
  const fromEnv = given.flatMap((variable) => {
    if (variables.includes(variable) || indirect.includes(variable)) return [];
    if (/^PACT_BROKER_(HTTP_RETRIES|CAN_I_|ERROR_ON|WEBHOOK_CERTIFICATES__)/.test(variable)) return [];
    const reason = officialOnly[variable.replace('PACT_BROKER_', '').toLowerCase()];
    return [
      reason
        ? `${variable} has no effect: ${reason}`
        : `${variable} is not a setting; ${advice(variable, variables)}`,
    ];
  });
  const fromFile = Object.keys(content).flatMap((key) =>
    Object.hasOwn(officialOnly, key) ? [`${key} has no effect: ${officialOnly[key]}`] : [],
  );
  return [...fromEnv, ...fromFile];
}

function advice(given: string, known: readonly string[]): string {
  const meant = didYouMean(given, known);
  return meant ? `did you mean ${meant}?` : 'run `embedded-broker config` for those there are';
}
