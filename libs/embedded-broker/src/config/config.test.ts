import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { databasePath } from './database-path.ts';
import { completeSettings, configure, defaultLimits, defaultSettings, listSettings } from './index.ts';

const configured = (env: Record<string, string>, options = {}) => configure({ env, options });

describe('The settings', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-config-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const file = (text: string) => {
    const path = join(directory, 'broker.yml');
    writeFileSync(path, text);
    return path;
  };

  it('are the official ones when nothing is set', () => {
    const { settings, limits, port, host, db, basicAuth } = configured({});
    expect(settings).toEqual(defaultSettings);
    expect(limits).toEqual(defaultLimits);
    expect(limits).toEqual({
      maxBody: 50 * 1024 * 1024,
      lingerTimeout: 2000,
      requestTimeout: 60_000,
      headersTimeout: 20_000,
      keepAliveTimeout: 20_000,
      shutdownTimeout: 10_000,
      threads: Math.min(2, Math.max(1, availableParallelism() - 1)),
    });
    expect([port, host, db, basicAuth]).toEqual([
      9292,
      '127.0.0.1',
      '.pact-broker/pact-broker.sqlite',
      undefined,
    ]);
  });

  it('come from the file, the environment and the command line, the last of which wins', () => {
    const path = file(
      'port: 1\nhost: file\nmain_branch_candidates: [a, b]\nlog_level: WARN\nuse_first_tag_as_branch: false\n',
    );
    const { port, host, settings, resolved } = configure({
      env: {
        PACT_BROKER_CONF: path,
        PACT_BROKER_PORT: '2',
        PACT_BROKER_HOST: 'env',
        PACT_BROKER_WEBHOOK_RETRY_SCHEDULE: '1 2',
      },
      options: { port: '3' },
    });
    expect([port, host, settings.mainBranchCandidates]).toEqual([3, 'env', ['a', 'b']]);
    expect([settings.useFirstTagAsBranch, settings.webhookRetrySchedule]).toEqual([false, [1, 2]]);
    expect(resolved.values.logLevel).toBe('warn');
    const { port: portOrigin, host: hostOrigin, mainBranchCandidates, logDir } = resolved.origins;
    expect([portOrigin, hostOrigin, mainBranchCandidates, logDir]).toEqual([
      '--port',
      'PACT_BROKER_HOST',
      `main_branch_candidates in ${path}`,
      'default',
    ]);
  });

  it('follow a variable that names another, and take BASE_URL for BASE_URLS', () => {
    const env = {
      PACT_BROKER_PORT_ENVIRONMENT_VARIABLE_NAME: 'PORT',
      PORT: '7',
      PACT_BROKER_BASE_URL: 'https://a/ http://b/pact',
    };
    const { port, settings, resolved } = configured(env);
    expect([port, settings.baseUrls]).toEqual([7, ['https://a', 'http://b/pact']]);
    expect(resolved.warnings).toEqual([]);
  });

  it('that are empty count as not set, in the environment and in the file', () => {
    const path = file('port: 1\nhost:\nlog_level: ~\n');
    const { port, host, resolved } = configured({ PACT_BROKER_CONF: path, PACT_BROKER_PORT: '' });
    expect([port, host, resolved.values.logLevel]).toEqual([1, '127.0.0.1', 'info']);
  });

  it('say by an empty key of the file that no branch is cleaned, and by no variable', () => {
    const keepBranches = (env: Record<string, string>) =>
      configured(env).resolved.values.databaseCleanKeepBranchSelectors;
    for (const none of ['', ' ~', ' []', ' null'])
      expect(
        keepBranches({ PACT_BROKER_CONF: file(`database_clean_keep_branch_selectors:${none}`) }),
      ).toEqual([]);
    const ofNinetyDays = [{ maxAge: 90 }];
    expect(keepBranches({})).toEqual(ofNinetyDays);
    expect(keepBranches({ PACT_BROKER_DATABASE_CLEAN_KEEP_BRANCH_SELECTORS: '' })).toEqual(ofNinetyDays);
  });

  it('follow a variable that names another rather than their own', () => {
    const env = { PACT_BROKER_PORT_ENVIRONMENT_VARIABLE_NAME: 'PORT', PORT: '7', PACT_BROKER_PORT: '8' };
    expect(configured(env).port).toBe(7);
    expect(configured({ ...env, PORT: '' }).port).toBe(8);
  });

  it('have limits in seconds and megabytes', () => {
    const env = {
      PACT_BROKER_MAX_BODY_SIZE: '2',
      PACT_BROKER_REQUEST_TIMEOUT: '3',
      PACT_BROKER_HEADERS_TIMEOUT: '4',
      PACT_BROKER_KEEP_ALIVE_TIMEOUT: '5',
      PACT_BROKER_SHUTDOWN_TIMEOUT: '0',
    };
    expect(configured(env).limits).toEqual({
      ...defaultLimits,
      maxBody: 2 * 1024 * 1024,
      requestTimeout: 3000,
      headersTimeout: 4000,
      keepAliveTimeout: 5000,
      shutdownTimeout: 0,
    });
  });

  it.each([
    [{ PACT_BROKER_PORT: 'x' }, 'PACT_BROKER_PORT is "x"; it has to be a whole number from 0 to 65535'],
    [{ PACT_BROKER_REQUEST_TIMEOUT: '0' }, 'it has to be a whole number from 1 upwards'],
    [{ PACT_BROKER_DATABASE_URL: 'mysql://host/db' }, 'PACT_BROKER_DATABASE_URL names another kind'],
    [{ PACT_BROKER_BASE_URL: 'http://u:a@sesame@host' }, 'PACT_BROKER_BASE_URL is "http://***@host"'],
  ])('refuse one mistake alone: %j', (env, message) => {
    expect(() => configured(env)).toThrow(message);
    expect(() => configured(env)).not.toThrow(/the settings have mistakes|sesame/);
  });

  it('take a file of the official broker, and say what means nothing here', () => {
    const path = file('database_adapter: postgres\nport: 1\n');
    const { port, resolved } = configured({ PACT_BROKER_CONF: path });
    expect(port).toBe(1);
    expect(resolved.warnings).toEqual([
      'database_adapter has no effect: the database is one SQLite file: set database_url',
    ]);
  });

  it('report all errors together, and no secrets', () => {
    const path = file('prot: 1\nbasic_auth_password: [sesame]\nlog_level: loud\n');
    const env = {
      PACT_BROKER_CONF: path,
      PACT_BROKER_ALLOW_PUBLIC_READ: 'maybe',
      PACT_BROKER_BASE_URL: 'http://u:sesame@host',
      PACT_BROKER_DATABASE_URL: 'postgres://u:sesame@host/db',
      PACT_BROKER_DATABASE_CLEAN_CRON_SCHEDULE: 'often',
      PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS: '[{"newest":true}]',
      PACT_BROKER_DATABASE_CLEAN_KEEP_BRANCH_SELECTORS: '[{"branch":"a"},{"oldest":true},{"max_age":"9"}]',
      PACT_BROKER_DATABASE_CLEAN_BRANCH_DELETION_LIMIT: '0',
      PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME: 'r',
    };
    const failing = () => configured(env);
    for (const part of [
      `prot in ${path} is not a setting; did you mean port?`,
      `basic_auth_password in ${path} is malformed`,
      `log_level in ${path} is "loud"; it has to be debug, info, warn, error, fatal, none`,
      'PACT_BROKER_ALLOW_PUBLIC_READ is "maybe"; it has to be true or false',
      'PACT_BROKER_BASE_URL is "http://***@host"',
      'PACT_BROKER_DATABASE_URL names another kind of database',
      'PACT_BROKER_DATABASE_CLEAN_CRON_SCHEDULE is "often"',
      'PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS is',
      'released, unlike {"newest":true}',
      'PACT_BROKER_DATABASE_CLEAN_KEEP_BRANCH_SELECTORS is',
      'or both, unlike {"oldest":true}, {"max_age":"9"}',
      'PACT_BROKER_DATABASE_CLEAN_BRANCH_DELETION_LIMIT is "0"; it has to be a whole number from 1 upwards',
      'set both PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME and PACT_BROKER_BASIC_AUTH_READ_ONLY_PASSWORD',
    ])
      expect(failing).toThrow(part);
    expect(failing).not.toThrow(/sesame/);
  });

  it('name each wrong part of a list', () => {
    const env = { PACT_BROKER_WEBHOOK_HOST_WHITELIST: 'ci 10.0.0.0/ 10.0.0.0/8 https://ci' };
    expect(() => configured(env)).toThrow(
      /^PACT_BROKER_WEBHOOK_HOST_WHITELIST is "ci 10\.0\.0\.0\/ .*"; it has to be host names, .*, unlike "10\.0\.0\.0\/", "https:\/\/ci"$/,
    );
  });

  it('of a program are checked as well, all of them', () => {
    const { webhookHostWhitelist, ...rest } = defaultSettings;
    expect(completeSettings(rest)).toEqual({ ...rest, webhookHostWhitelist });
    const wrong = { webhookHostWhitelist: ['10.0.0.0/'], webhookSchemeWhitelist: ['http:'] };
    for (const part of [
      'settings.webhookHostWhitelist is ["10.0.0.0/"]; it has to be host names',
      'settings.webhookSchemeWhitelist is ["http:"]; it has to be http or https or both',
    ])
      expect(() => completeSettings(wrong)).toThrow(part);
  });

  it('warn of variables that do nothing', () => {
    const { warnings } = configured({
      PACT_BROKER_LOG_LEVL: 'info',
      PACT_BROKER_DATABASE_ADAPTER: 'postgres',
      PACT_BROKER_TOKEN: 'of the client',
    }).resolved;
    expect(warnings).toEqual([
      'PACT_BROKER_LOG_LEVL is not a setting; did you mean PACT_BROKER_LOG_LEVEL?',
      'PACT_BROKER_DATABASE_ADAPTER has no effect: the database is one SQLite file: set database_url',
    ]);
  });

  it('refuse a file that is missing, or no YAML, without quoting it', () => {
    expect(() => configured({ PACT_BROKER_CONF: join(directory, 'none') })).toThrow(
      /can't read the settings file .*none/,
    );
    const path = file('basic_auth_password: "sesame\n  - x: [');
    expect(() => configured({ PACT_BROKER_CONF: path })).toThrow(
      /is no YAML: see line 1|is no YAML: see line 2/,
    );
    expect(() => configured({ PACT_BROKER_CONF: path })).not.toThrow(/sesame/);
    const quoted = () => configured({ PACT_BROKER_CONF: file('port: 1\nbasic_auth_password: sesame: x\n') });
    expect(quoted).toThrow(/is no YAML: see line 2/);
    expect(quoted).not.toThrow(/sesame/);
    expect(() => configured({ PACT_BROKER_CONF: file('- a') })).toThrow(/has to hold lines such as/);
  });

  it('are listed with their origin, secrets starred', () => {
    const listed = listSettings(
      configured({ PACT_BROKER_BASIC_AUTH_USERNAME: 'u', PACT_BROKER_BASIC_AUTH_PASSWORD: 'sesame' })
        .resolved,
    );
    expect(listed).toContainEqual({
      name: 'basic_auth_password',
      value: '*****',
      origin: 'PACT_BROKER_BASIC_AUTH_PASSWORD',
    });
    expect(listed).toContainEqual({
      name: 'basic_auth_username',
      value: 'u',
      origin: 'PACT_BROKER_BASIC_AUTH_USERNAME',
    });
    expect(JSON.stringify(listed)).not.toContain('sesame');
  });

  it.each([
    ['sqlite://a/b.sqlite', 'a/b.sqlite'],
    ['sqlite:///a/b.sqlite', '/a/b.sqlite'],
    ['sqlite:////a/b.sqlite', '/a/b.sqlite'],
    ['sqlite://:memory:', ':memory:'],
    ['a/b.sqlite', 'a/b.sqlite'],
    ['postgres://host/db', undefined],
  ])('find the database of %s', (url, path) => {
    expect(databasePath(url)).toBe(path);
  });
});
