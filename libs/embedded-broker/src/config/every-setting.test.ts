import { describe, expect, it, test } from '@jest/globals';
import { rulesOf } from '../cleaning/schedule.ts';
import { configure } from './index.ts';
import { definitions, settingNames, variableName, type SettingName } from './definitions.ts';

interface Row {
  /** As a variable has it. */
  readonly given: string;
  /** What it changes of a broker's configuration. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** What is refused; any text is taken where there is none. */
  readonly wrong?: string;
}

const yes = (place: string): Row => ({ given: 'true', changes: { [place]: true }, wrong: 'maybe' });
const no = (place: string): Row => ({ given: 'no', changes: { [place]: false }, wrong: '2' });
const number = (place: string, factor = 1): Row => ({
  given: '7',
  changes: { [place]: 7 * factor },
  wrong: '-1',
});
const named = (place: string): Row => ({ given: 'other name', changes: { [place]: 'other name' } });
const listed = (place: string): Row => ({ given: 'a  b', changes: { [place]: ['a', 'b'] } });

const rows: Readonly<Record<SettingName, Row>> = {
  port: { given: '7', changes: { port: 7 }, wrong: '65536' },
  host: named('host'),
  baseUrls: {
    given: 'https://a/ http://b/c',
    changes: { 'settings.baseUrls': ['https://a', 'http://b/c'] },
    wrong: 'a',
  },
  databaseUrl: { given: 'sqlite:////a/b', changes: { db: '/a/b' }, wrong: 'postgres://a/b' },
  basicAuthUsername: named('basicAuth.writer.username'),
  basicAuthPassword: named('basicAuth.writer.password'),
  basicAuthReadOnlyUsername: named('basicAuth.reader.username'),
  basicAuthReadOnlyPassword: named('basicAuth.reader.password'),
  allowPublicRead: yes('basicAuth.publicRead'),
  publicHeartbeat: yes('basicAuth.publicHeartbeat'),
  enablePublicBadgeAccess: yes('basicAuth.publicBadges'),
  logLevel: { given: 'WARN', changes: { 'log.level': 'warn' }, wrong: 'loud' },
  logFormat: { given: 'color', changes: { 'log.format': 'color' }, wrong: 'xml' },
  logStream: { given: 'file', changes: { 'log.stream': 'file' }, wrong: 'printer' },
  logDir: named('log.dir'),
  checkForPotentialDuplicatePacticipantNames: no('settings.checkForPotentialDuplicatePacticipantNames'),
  allowDangerousContractModification: yes('settings.allowDangerousContractModification'),
  autoDetectMainBranch: no('settings.autoDetectMainBranch'),
  mainBranchCandidates: listed('settings.mainBranchCandidates'),
  useFirstTagAsBranch: no('settings.useFirstTagAsBranch'),
  useFirstTagAsBranchTimeLimit: number('settings.useFirstTagAsBranchTimeLimit'),
  createDeployedVersionsForTags: no('settings.createDeployedVersionsForTags'),
  seedExampleData: no('settings.seedExampleData'),
  webhookHostWhitelist: { ...listed('settings.webhookHostWhitelist'), wrong: '10.0.0.0/' },
  webhookSchemeWhitelist: {
    given: 'http HTTPS',
    changes: { 'settings.webhookSchemeWhitelist': ['http', 'HTTPS'] },
    wrong: 'http,https',
  },
  webhookHttpMethodWhitelist: {
    given: 'put GET',
    changes: { 'settings.webhookHttpMethodWhitelist': ['put', 'GET'] },
    wrong: 'PUT,POST',
  },
  webhookRetrySchedule: { given: '1 2', changes: { 'settings.webhookRetrySchedule': [1, 2] }, wrong: '1 x' },
  webhookHttpCodeSuccess: {
    given: '200 404',
    changes: { 'settings.webhookHttpCodeSuccess': [200, 404] },
    wrong: 'ok',
  },
  disableSslVerification: yes('settings.disableSslVerification'),
  userAgent: named('settings.userAgent'),
  databaseCleanEnabled: yes('clean.enabled'),
  databaseCleanCronSchedule: {
    given: '1 2 * * *',
    changes: { 'clean.cronSchedule': '1 2 * * *' },
    wrong: 'often',
  },
  databaseCleanDeletionLimit: {
    given: '7',
    changes: { 'rules.limit': 7, 'rules.branchLimit': 7 },
    wrong: '0',
  },
  databaseCleanBranchDeletionLimit: { ...number('rules.branchLimit'), wrong: '0' },
  databaseCleanKeepBranchSelectors: {
    given: '[{"max_age":3,"branch":"x"}]',
    changes: { 'rules.keepBranches': [{ maxAge: 3, branch: 'x' }] },
    wrong: '[{"branch":true}]',
  },
  databaseCleanOverwrittenDataMaxAge: {
    ...number('rules.overwrittenMaxAge'),
    given: '0',
    changes: { 'rules.overwrittenMaxAge': 0 },
  },
  databaseCleanKeepVersionSelectors: {
    given: '[{"main_branch":true,"max_age":3}]',
    changes: { 'rules.keep': [{ mainBranch: true, maxAge: 3 }] },
    wrong: '[{"newest":true}]',
  },
  databaseCleanDryRun: yes('clean.dryRun'),
  maxBodySize: { ...number('limits.maxBody', 1024 * 1024), wrong: '0' },
  requestTimeout: { ...number('limits.requestTimeout', 1000), wrong: '0' },
  headersTimeout: { ...number('limits.headersTimeout', 1000), wrong: '0' },
  keepAliveTimeout: { ...number('limits.keepAliveTimeout', 1000), wrong: '1.5' },
  shutdownTimeout: number('limits.shutdownTimeout', 1000),
};

/** Both users are there, so that what is said of them shows. */
const users = {
  PACT_BROKER_BASIC_AUTH_USERNAME: 'w',
  PACT_BROKER_BASIC_AUTH_PASSWORD: 'pw',
  PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME: 'r',
  PACT_BROKER_BASIC_AUTH_READ_ONLY_PASSWORD: 'pr',
};

/** All that a broker is configured with, a line for each place. */
function told(env: Readonly<Record<string, string>>): Map<string, unknown> {
  const { resolved, ...configuration } = configure({ env: { ...users, ...env }, options: {} });
  const { logLevel, logFormat, logStream, logDir, ...rest } = resolved.values;
  const all = {
    ...configuration,
    log: { level: logLevel, format: logFormat, stream: logStream, dir: logDir },
    rules: rulesOf(resolved.values, new Date(0)),
    clean: {
      enabled: rest.databaseCleanEnabled,
      cronSchedule: rest.databaseCleanCronSchedule,
      dryRun: rest.databaseCleanDryRun,
    },
  };
  return new Map(places('', all));
}

function places(name: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => places(name === '' ? key : `${name}.${key}`, inner));
}

describe('Every setting', () => {
  test('is in the table below', () => {
    expect(Object.keys(rows).sort()).toEqual([...settingNames].sort());
  });

  const standard = told({});

  it.each(settingNames)('%s changes what it is about, and nothing else', (name) => {
    const { given, changes } = rows[name];
    const now = told({ [variableName(name)]: given });
    const changed = [...now].filter(([place, value]) => {
      const before = standard.get(place);
      return JSON.stringify(value) !== JSON.stringify(before);
    });
    expect(Object.fromEntries(changed)).toEqual(changes);
  });

  it.each(settingNames)('%s is refused by name where its value is malformed', (name) => {
    const { wrong } = rows[name];
    const variable = variableName(name);
    if (wrong !== undefined) {
      expect(() => told({ [variable]: wrong })).toThrow(new RegExp(`^${variable} (is|names) `));
    } else {
      // There is no text that is none.
      expect(definitions[name].type.accepts).toMatch(/^(text|words, separated by spaces)$/);
      expect(() => configure({ file: undefined, env: users, options: { [name]: '-' } })).not.toThrow();
    }
  });
});
