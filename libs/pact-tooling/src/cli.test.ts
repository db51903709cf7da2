import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { deadUrl } from '../test/http-server.ts';
import { pact, temporaryDirectory, type TemporaryDirectory } from '../test/pact-fixtures.ts';

const cli = fileURLToPath(new URL('../bin/pact-tooling.mjs', import.meta.url));

describe('The command line', () => {
  let broker: RunningBroker;
  let directory: TemporaryDirectory;
  beforeAll(async () => {
    broker = await startBroker();
    directory = await temporaryDirectory();
    await directory.write('pact.json', pact([{ description: 'one' }]));
  });
  afterAll(async () => {
    await directory[Symbol.asyncDispose]();
    await broker.close();
  });

  function run(args: readonly string[], env: Record<string, string> = {}) {
    const environment = {
      PATH: process.env['PATH'],
      PACT_BROKER_BASE_URL: broker.url,
      VERSION_COMMIT: '1',
      VERSION_BRANCH: 'main',
      ...env,
    };
    return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      execFile(
        process.execPath,
        [cli, ...args],
        { env: environment, cwd: directory.path },
        (error, stdout, stderr) => {
          resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
        },
      );
    });
  }
  const verify = async (success: boolean, version: string) => {
    const { stdout } = await run(['publish', 'pact.json', '-o', 'json']);
    const [published] = (JSON.parse(stdout) as { pacts: { url: string }[] }).pacts;
    const stored = (await (await fetch(published?.url ?? '')).json()) as {
      _links: Record<string, { href: string }>;
    };
    await fetch(stored._links['pb:publish-verification-results']?.href ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ success, providerApplicationVersion: version }),
    });
  };

  it('publishes, and prints what the broker says', async () => {
    const { code, stdout } = await run(['publish', 'pact.json', '--branch', 'main', '-t', 'x', '-t', 'y']);
    expect(code).toBe(0);
    expect(stdout).toContain('Created Consumer version 1 with branch main and tags x, y');
    expect(stdout).toContain('✅ Pact successfully published for Consumer version 1 and provider Provider.');
  });

  it.each(['table', 'json'])('exits 0 only for a yes, with output as %s', async (output) => {
    const ask = (...args: string[]) =>
      run(['can-i-deploy', '-a', 'Consumer', '-e', '1', '-o', output, ...args]);
    await run(['publish', 'pact.json']);
    const environment = ['--to-environment', output === 'table' ? 'test' : 'production'];
    const unknown = await ask(...environment);
    expect(unknown.code).toBe(1);
    await verify(true, `${output}-good`);
    await run([
      'record-deployment',
      '-a',
      'Provider',
      '-e',
      `${output}-good`,
      '--environment',
      environment[1] ?? '',
    ]);
    const yes = await ask(...environment);
    expect(yes).toMatchObject({ code: 0, stderr: '' });
    expect(yes.stdout).toContain(output === 'table' ? 'Computer says yes \\o/' : '"deployable": true');
    await verify(false, `${output}-bad`);
    await run([
      'record-deployment',
      '-a',
      'Provider',
      '-e',
      `${output}-bad`,
      '--environment',
      environment[1] ?? '',
    ]);
    const no = await ask(...environment);
    expect(no.code).toBe(1);
    expect(no.stdout).toContain(output === 'table' ? 'Computer says no' : '"deployable": false');
    expect((await ask(...environment, '--dry-run')).code).toBe(0);
  });

  it('takes only the word true for a dry run', async () => {
    await run(['publish', 'pact.json']);
    const ask = (value: string) =>
      run(['can-i-deploy', '-a', 'Consumer', '-e', 'nope'], { PACT_BROKER_CAN_I_DEPLOY_DRY_RUN: value });
    expect((await ask('')).code).toBe(1);
    expect((await ask('false')).code).toBe(1);
    expect((await ask('yes')).stderr).toContain('PACT_BROKER_CAN_I_DEPLOY_DRY_RUN is "yes"');
    expect((await ask('true')).code).toBe(0);
  });

  it.each([
    ['-a', 'Consumer', '-e', ''],
    ['-a', 'Consumer', '-e', '1', '--to-environment', ''],
    ['-a', 'Consumer', '-e', '1', '--to', ''],
    ['-a', 'Consumer', '--branch', ''],
    ['-a', 'Consumer', '-l', ''],
    ['-a', '', '-e', '1'],
  ])('never says yes to an empty value: %j %j %j %j', async (...args) => {
    const { code, stderr } = await run(['can-i-deploy', ...args]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^❌ The \w+ is empty/);
  });

  it('takes a version that stands before its pacticipant', async () => {
    await run(['publish', 'pact.json']);
    const { stdout } = await run([
      'can-i-deploy',
      '-e',
      '1',
      '-a',
      'Consumer',
      '-o',
      'json',
      '--to-environment',
      'test',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ rows: [{ consumer: { version: '1' } }] });
    expect((await run(['can-i-deploy', '--main-branch'])).stderr).toContain('--pacticipant NAME');
  });

  it('takes the password from the environment for a user named on the line', async () => {
    await using guarded = await startBroker({ basicAuth: { writer: { username: 'u', password: 'p' } } });
    const args = ['list-environments', '-b', guarded.url, '-u', 'u'];
    expect((await run(args, { PACT_BROKER_PASSWORD: 'p', PACT_BROKER_TOKEN: 't' })).code).toBe(0);
  });

  it('reaches what is local without a proxy', async () => {
    const proxy = await deadUrl();
    expect((await run(['list-environments'], { HTTP_PROXY: proxy, http_proxy: proxy })).code).toBe(0);
  });

  it('takes selectors in their order, and what to ignore', async () => {
    await verify(false, 'p');
    const pair = await run([
      'can-i-deploy',
      '-a',
      'Consumer',
      '-e',
      '1',
      '-a',
      'Provider',
      '-e',
      'p',
      '-o',
      'json',
    ]);
    expect(JSON.parse(pair.stdout)).toMatchObject({
      deployable: false,
      rows: [{ provider: { version: 'p' } }],
    });
    const ignoring = await run([
      'can-i-deploy',
      '-a',
      'Consumer',
      '-l',
      '--ignore',
      'Provider',
      '-o',
      'json',
    ]);
    expect(ignoring.code).toBe(0);
  });

  it.each([
    [['publish', 'nowhere'], {}, 'There is no file or folder "nowhere"'],
    [['can-i-deploy', '-a', 'Nobody', '-e', '1'], {}, 'Pacticipant Nobody not found'],
    [
      ['can-i-deploy', '-a', 'Consumer', '-e', '1', '--to-environment', 'moon'],
      {},
      'There is no environment "moon"',
    ],
    [
      ['record-deployment', '-a', 'Consumer', '-e', '99', '--environment', 'test'],
      {},
      'no version 99 of Consumer',
    ],
    [
      ['record-deployment', '-a', 'Consumer', '-e', '1', '--environment', 'moon'],
      {},
      'There is no environment "moon"',
    ],
    [['list-environments'], { PACT_BROKER_BASE_URL: 'nonsense' }, 'PACT_BROKER_BASE_URL is "nonsense"'],
  ])('fails in words with %j', async (args, env, message) => {
    await run(['publish', 'pact.json']);
    const { code, stdout, stderr } = await run(args, env);
    expect(code).toBe(1);
    expect(stderr).toContain(`❌ `);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(stdout).toBe('');
  });

  it('shows where an error came from only with --verbose', async () => {
    const args = ['list-environments', '-b', await deadUrl()];
    const env = {
      PACT_BROKER_HTTP_RETRIES: '0',
      PACT_BROKER_PASSWORD: 'sesame',
      PACT_BROKER_USERNAME: 'ali',
    };
    const quiet = await run(args, env);
    expect(quiet.stderr).not.toContain('\n    at ');
    const verbose = await run([...args, '--verbose'], env);
    expect(verbose.stderr).toContain('\n    at ');
    expect(quiet.stderr + verbose.stderr).not.toContain('sesame');
  });

  it.each(['publish', 'can-i-deploy', 'record-deployment', 'describe-version'])(
    'explains %s',
    async (command) => {
      const { code, stdout } = await run([command, '--help'], { PACT_BROKER_PASSWORD: 'sesame' });
      expect(code).toBe(0);
      expect(stdout).toContain('--broker-base-url');
      expect(stdout).not.toContain('sesame');
    },
  );
});
