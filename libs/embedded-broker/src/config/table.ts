import { cronSchedule, keepSelectors } from './clean-kinds.ts';
import { flag, httpUrls, integer, integers, oneOf, text, words, type Kind } from './kinds.ts';
import { defaultSettings as broker } from './settings.ts';

/** A setting: what it is called follows from its key, everything else is said here and nowhere else. */
export interface Setting<T> {
  readonly kind: Kind<T>;
  readonly default: T;
  readonly about: string;
  /** Its value is never shown. */
  readonly secret?: boolean;
}

const setting = <T>(kind: Kind<T>, value: NoInfer<T>, about: string): Setting<T> => ({
  kind,
  default: value,
  about,
});
const secret = (about: string): Setting<string> => ({ ...setting(text, '', about), secret: true });

/** Every setting, by the official broker's names where it has it (in camel case); `host` and the limits are additions. */
export const table = {
  port: setting(integer(0, 65535), 9292, 'TCP port; 0 takes a free one.'),
  host: setting(text, '127.0.0.1', 'Address to listen on; `0.0.0.0` for all.'),
  baseUrls: setting(
    httpUrls,
    broker.baseUrls,
    'Public URLs for links. The one that a request came by is used, else the first. Also `…_BASE_URL`.',
  ),
  databaseUrl: setting(
    text,
    'sqlite://.pact-broker/pact-broker.sqlite',
    'The SQLite file: `sqlite://relative/path`, `sqlite:////absolute/path`, or `sqlite://:memory:`.',
  ),

  basicAuthUsername: setting(
    text,
    '',
    'User who may read and write. With a password, it switches basic auth on.',
  ),
  basicAuthPassword: secret('Its password.'),
  basicAuthReadOnlyUsername: setting(text, '', 'User who may read.'),
  basicAuthReadOnlyPassword: secret('Its password.'),
  allowPublicRead: setting(flag, false, 'Reading needs no credentials.'),
  publicHeartbeat: setting(flag, false, '`/diagnostic/status/heartbeat` needs no credentials.'),
  enablePublicBadgeAccess: setting(flag, false, 'Badges need no credentials.'),

  logLevel: setting(
    oneOf('debug', 'info', 'warn', 'error', 'fatal', 'none'),
    'info',
    'What is logged; requests are logged at `info`.',
  ),
  logFormat: setting(
    oneOf('default', 'json', 'color'),
    'default',
    'One JSON object per line, or a line for people; `default` is the latter on a terminal and JSON elsewhere.',
  ),
  logStream: setting(oneOf('stdout', 'file'), 'stdout', 'Where the log goes: standard output or a file.'),
  logDir: setting(text, './log', 'Folder of the log file `pact_broker.log`, with `…_LOG_STREAM=file`.'),

  checkForPotentialDuplicatePacticipantNames: setting(
    flag,
    broker.checkForPotentialDuplicatePacticipantNames,
    'Refuse a new name that looks like a misspelling of an existing one.',
  ),
  allowDangerousContractModification: setting(
    flag,
    broker.allowDangerousContractModification,
    "Let a version's pact be replaced by another content.",
  ),
  autoDetectMainBranch: setting(
    flag,
    broker.autoDetectMainBranch,
    'Take a branch or tag called like a candidate for the main branch of a pacticipant that has none.',
  ),
  mainBranchCandidates: setting(words, broker.mainBranchCandidates, 'Names of such branches.'),
  useFirstTagAsBranch: setting(
    flag,
    broker.useFirstTagAsBranch,
    'Take the first tag of a version for its branch, when set right after its creation.',
  ),
  useFirstTagAsBranchTimeLimit: setting(
    integer(0),
    broker.useFirstTagAsBranchTimeLimit,
    'For how long after its creation, in seconds.',
  ),
  createDeployedVersionsForTags: setting(
    flag,
    broker.createDeployedVersionsForTags,
    'Record a deployment when a version gets a tag called like an environment.',
  ),
  seedExampleData: setting(
    flag,
    broker.seedExampleData,
    'Give a new database the environments test and production. (No example pact is made.)',
  ),

  webhookHostWhitelist: setting(
    words,
    broker.webhookHostWhitelist,
    'Hosts a webhook may call: names, `*.name`, CIDR blocks, `/regular expressions/`. Empty: any public host.',
  ),
  webhookSchemeWhitelist: setting(words, broker.webhookSchemeWhitelist, 'Schemes of their URLs.'),
  webhookHttpMethodWhitelist: setting(words, broker.webhookHttpMethodWhitelist, 'Their HTTP methods.'),
  webhookRetrySchedule: setting(
    integers,
    broker.webhookRetrySchedule,
    'How long to wait before each further attempt, in seconds.',
  ),
  webhookHttpCodeSuccess: setting(
    integers,
    broker.webhookHttpCodeSuccess,
    'Status codes that count as success.',
  ),
  disableSslVerification: setting(flag, broker.disableSslVerification, 'Let webhooks trust any certificate.'),
  userAgent: setting(text, broker.userAgent, 'What webhooks call themselves.'),

  databaseCleanEnabled: setting(flag, false, 'Clean the database on a schedule.'),
  databaseCleanCronSchedule: setting(cronSchedule, '15 2 * * *', 'When, in local time.'),
  databaseCleanDeletionLimit: setting(integer(1), 500, 'How many versions one run deletes at most.'),
  databaseCleanOverwrittenDataMaxAge: setting(
    integer(0),
    7,
    'Revisions of pacts and results that were replaced are deleted when older than so many days.',
  ),
  databaseCleanKeepVersionSelectors: setting(
    keepSelectors,
    [
      { tag: true, latest: true },
      { branch: true, latest: true },
      { latest: true },
      { deployed: true },
      { released: true },
      { maxAge: 90 },
    ],
    'Which versions stay. Deployed and released ones always do.',
  ),
  databaseCleanDryRun: setting(flag, false, 'Only log what would be deleted.'),

  maxBodySize: setting(integer(1), 50, 'How large a request body may be, in megabytes.'),
  requestTimeout: setting(integer(1), 60, 'How long a request may take to arrive, in seconds.'),
  headersTimeout: setting(integer(1), 20, 'How long its headers may take, in seconds.'),
  keepAliveTimeout: setting(integer(1), 20, 'How long an idle connection stays open, in seconds.'),
  shutdownTimeout: setting(
    integer(0),
    10,
    'How long requests under way may take to finish after Ctrl-C, in seconds.',
  ),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingName = keyof typeof table;

/** A value for every setting. */
export type Values = {
  readonly [Name in SettingName]: (typeof table)[Name] extends Setting<infer T> ? T : never;
};

export const settingNames = Object.keys(table) as readonly SettingName[];

/** `database_clean_enabled`, as YAML and the official documents have it. */
export const officialName = (name: SettingName): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `PACT_BROKER_DATABASE_CLEAN_ENABLED`. */
export const variableName = (name: SettingName): string => `PACT_BROKER_${officialName(name).toUpperCase()}`;
