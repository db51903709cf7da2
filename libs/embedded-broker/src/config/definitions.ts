import { apiVersion } from '../api-version.ts';
import { cronSchedule, keepBranchSelectors, keepSelectors } from './cleaning-value-types.ts';
import { flag, httpUrls, integer, integers, oneOf, text, words, type ValueType } from './value-types.ts';
import { hostEntries, methods, schemes, statusCodes } from './webhook-value-types.ts';

export interface Setting<T> {
  readonly type: ValueType<T>;
  readonly default: T;
  /** Its value is never shown. */
  readonly secret?: boolean;
}

/** A setting that is one of `BrokerSettings`: how the broker answers, whatever it runs on. */
interface Behaviour<T> extends Setting<T> {
  readonly isBehaviour: true;
}

const setting = <T>(type: ValueType<T>, value: NoInfer<T>): Setting<T> => ({ type, default: value });
const secret = (): Setting<string> => ({ ...setting(text, ''), secret: true });
const behaviour = <T>(type: ValueType<T>, value: NoInfer<T>): Behaviour<T> => ({
  ...setting(type, value),
  isBehaviour: true,
});

/**
 * Every setting, by the official broker's names where it has it (in camel case); `host` and the limits are additions.
 * What a setting is about, what it takes and its default are said here and nowhere else: the types and the defaults
 * follow, and a test holds the documents to the comments.
 */
export const definitions = {
  /** TCP port; 0 takes a free one. */
  port: setting(integer(0, 65535), 9292),
  /** Address to listen on; `0.0.0.0` for all. */
  host: setting(text, '127.0.0.1'),
  /** Public URLs for links. The one that a request came by is used, else the first. Also `…_BASE_URL`. */
  baseUrls: behaviour(httpUrls, []),
  /** The SQLite file: `sqlite://relative/path`, `sqlite:////absolute/path`, or `sqlite://:memory:`. */
  databaseUrl: setting(text, 'sqlite://.pact-broker/pact-broker.sqlite'),

  /** User who may read and write. With a password, it switches basic auth on. */
  basicAuthUsername: setting(text, ''),
  /** Its password. */
  basicAuthPassword: secret(),
  /** User who may read. */
  basicAuthReadOnlyUsername: setting(text, ''),
  /** Its password. */
  basicAuthReadOnlyPassword: secret(),
  /** Reading needs no credentials. */
  allowPublicRead: setting(flag, false),
  /** `/diagnostic/status/heartbeat` needs no credentials. */
  publicHeartbeat: setting(flag, false),
  /** Badges need no credentials. */
  enablePublicBadgeAccess: setting(flag, false),

  /** What is logged; requests are logged at `info`. */
  logLevel: setting(oneOf('debug', 'info', 'warn', 'error', 'fatal', 'none'), 'info'),
  /** One JSON object per line, or a line for people; `default` is the latter on a terminal and JSON elsewhere. */
  logFormat: setting(oneOf('default', 'json', 'color'), 'default'),
  /** Where the log goes: standard output or a file. */
  logStream: setting(oneOf('stdout', 'file'), 'stdout'),
  /** Folder of the log file `pact_broker.log`, with `…_LOG_STREAM=file`. */
  logDir: setting(text, './log'),

  /** Refuse a new name that looks like a misspelling of an existing one. */
  checkForPotentialDuplicatePacticipantNames: behaviour(flag, true),
  /** Let a version's pact be replaced by another content. */
  allowDangerousContractModification: behaviour(flag, false),
  /** Take a branch or tag called like a candidate for the main branch of a pacticipant that has none. */
  autoDetectMainBranch: behaviour(flag, true),
  /** Names of such branches. */
  mainBranchCandidates: behaviour(words, ['develop', 'main', 'master']),
  /** Take the first tag of a version for its branch, when set right after its creation. */
  useFirstTagAsBranch: behaviour(flag, true),
  /** For how long after its creation, in seconds. */
  useFirstTagAsBranchTimeLimit: behaviour(integer(0), 10),
  /** Record a deployment when a version gets a tag called like an environment. */
  createDeployedVersionsForTags: behaviour(flag, true),
  /** Give a new database the environments test and production. (No example pact is made.) */
  seedExampleData: behaviour(flag, true),

  /** Hosts a webhook may call. Empty: any public host. */
  webhookHostWhitelist: behaviour(hostEntries, []),
  /** Schemes of their URLs. */
  webhookSchemeWhitelist: behaviour(schemes, ['https']),
  /** Their HTTP methods. */
  webhookHttpMethodWhitelist: behaviour(methods, ['POST']),
  /** How long to wait before each further attempt, in seconds. */
  webhookRetrySchedule: behaviour(integers, [10, 60, 120, 300, 600, 1200]),
  /** Status codes that count as success. */
  webhookHttpCodeSuccess: behaviour(statusCodes, [200, 201, 202, 203, 204, 205, 206]),
  /** Let webhooks trust any certificate. */
  disableSslVerification: behaviour(flag, false),
  /** What webhooks call themselves. */
  userAgent: behaviour(text, `Pact Broker v${apiVersion}`),

  /** Clean the database on a schedule. */
  databaseCleanEnabled: setting(flag, false),
  /** When, in local time. */
  databaseCleanCronSchedule: setting(cronSchedule, '15 2 * * *'),
  /** How many versions one run deletes at most. */
  databaseCleanDeletionLimit: setting(integer(1), 500),
  /** Revisions of pacts and results that were replaced are deleted when older than so many days. */
  databaseCleanOverwrittenDataMaxAge: setting(integer(0), 7),
  /** Which versions stay. Deployed and released ones always do. */
  databaseCleanKeepVersionSelectors: setting(keepSelectors, [
    { tag: true, latest: true },
    { branch: true, latest: true },
    { latest: true },
    { deployed: true },
    { released: true },
    { maxAge: 90 },
  ]),
  /** How many branches one run deletes at most; as many as versions where it is not set. */
  databaseCleanBranchDeletionLimit: setting<number | undefined>(integer(1), undefined),
  /** Which branches stay. Main branches always do. An empty list or `null`: all stay. */
  databaseCleanKeepBranchSelectors: setting(keepBranchSelectors, [{ maxAge: 90 }]),
  /** Only log what would be deleted. */
  databaseCleanDryRun: setting(flag, false),

  /** How large a request body may be, in megabytes. */
  maxBodySize: setting(integer(1), 50),
  /** How long a request may take to arrive, in seconds. */
  requestTimeout: setting(integer(1), 60),
  /** How long its headers may take, in seconds. */
  headersTimeout: setting(integer(1), 20),
  /** How long an idle connection stays open, in seconds. */
  keepAliveTimeout: setting(integer(1), 20),
  /** How long requests under way may take to finish after Ctrl-C, in seconds. */
  shutdownTimeout: setting(integer(0), 10),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingName = keyof typeof definitions;

/** A value for every setting. */
export type Values = {
  // Over the definitions themselves, not its names: so editors show the comments.
  readonly [Name in keyof typeof definitions]: (typeof definitions)[Name] extends Setting<infer T>
    ? T
    : never;
};

/** The settings of `BrokerSettings`. */
export type BehaviourName = {
  [Name in SettingName]: (typeof definitions)[Name] extends Behaviour<unknown> ? Name : never;
}[SettingName];

export const settingNames = Object.keys(definitions) as readonly SettingName[];

export const behaviourNames = settingNames.filter(
  (name): name is BehaviourName => 'isBehaviour' in definitions[name],
);

/** What holds when nothing is set: what the official broker does. */
export const defaultValues = Object.fromEntries(
  settingNames.map((name) => [name, definitions[name].default]),
) as unknown as Values;

/** `database_clean_enabled`, as YAML and the official documents have it. */
export const officialName = (name: SettingName): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `PACT_BROKER_DATABASE_CLEAN_ENABLED`. */
export const variableName = (name: SettingName): string => `PACT_BROKER_${officialName(name).toUpperCase()}`;
