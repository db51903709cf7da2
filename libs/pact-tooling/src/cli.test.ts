import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answering, deadUrl, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { startSecureServer } from '@pact-workshop/broker-client/test/https-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { command as commandFile, commandLine, type TestCommandLine } from '../test/command-line.ts';
import { commandsHere } from '../test/commands-here.ts';
import { pact } from '../test/pact-fixtures.ts';
import { toolingVersion } from './tooling-version.ts';

describe('The command line', () => {
  let broker: RunningBroker;
  let cli: TestCommandLine;
  /** The same in a process of its own. */
  let command: TestCommandLine;
  beforeAll(async () => {
    broker = await startBroker();
    cli = await commandsHere(broker.url);
    command = await commandLine(broker.url);
  });
  afterAll(async () => {
    await cli[Symbol.asyncDispose]();
    await command[Symbol.asyncDispose]();
    await broker.close();
  });
  const run: TestCommandLine['run'] = (args, env) => cli.run(args, env);

  it('says its version; behind a command, --version is a version of the pacticipant', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: `${toolingVersion()}\n` });
    await run(['create-version-tag', '-a', 'Versioned', '-e', '1', '-t', 'x', '--auto-create-version']);
    const { stdout } = await run(['can-i-deploy', '-a', 'Versioned', '--version', '7']);
    expect(stdout).toContain('version 7 of Versioned');
  });

  it('publishes, and prints the broker’s notices', async () => {
    const { code, stdout } = await command.run([
      'publish',
      'pact.json',
      '--branch',
      'main',
      '-t',
      'x',
      '-t',
      'y',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('Created Consumer version 1 with branch main and tags x, y');
    expect(stdout).toContain('✅ Pact successfully published for Consumer version 1 and provider Provider.');
  });

  it('publishes the files of a pattern, with tags in a list, and the branch as a tag', async () => {
    const { code, stdout } = await run(['publish', 'pac*.json', '-r', '-g', '-t', 'x,y'], {
      VERSION_COMMIT: 'tagged',
      VERSION_BRANCH: 'feat',
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Created Consumer version tagged with branch feat and tags x, y, feat');
    expect((await run(['publish', 'nothing*.json'])).stderr).toContain('No file matches "nothing*.json"');
  });

  it('adds to the published contracts of a version only if asked to', async () => {
    await using directory = await temporaryDirectory();
    const file = await directory.write('more.json', pact([{ description: 'more' }]));
    const env = { VERSION_COMMIT: 'merged' };
    await run(['publish', 'pact.json'], env);
    const refused = await run(['publish', file], env);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Cannot change') as unknown });
    expect((await run(['publish', file, '--merge'], env)).code).toBe(0);
  });

  it('tags a version with the branch, if there is one', async () => {
    const args = ['create-version-tag', '-a', 'Consumer', '--auto-create-version'];
    expect((await run([...args, '-g', '-t', 'z'])).stdout).toContain('with z, main');
    expect((await run([...args, '-g'], { VERSION_BRANCH: '' })).stderr).toContain('but there is none');
    expect((await run(args)).stderr).toContain('Give a tag');
  });

  it('has the contact of an environment', async () => {
    const create = ['create-environment', '--name', 'uat', '--contact-email-address', 'ops@example.org'];
    expect((await run(create)).stderr).toContain('--contact-name');
    const { stdout } = await run([...create, '--contact-name', 'Ops', '-o', 'id']);
    const environment: unknown = await (await fetch(`${broker.url}/environments/${stdout.trim()}`)).json();
    expect(environment).toMatchObject({
      contacts: [{ name: 'Ops', details: { emailAddress: 'ops@example.org' } }],
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('exits at once on %s, without output', async (signal) => {
    await using server = await startServer(() => child.kill(signal));
    const child = spawn(process.execPath, [commandFile, 'list-environments', '-b', server.url], { env: {} });
    const [words] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect({ words, ended: child.signalCode }).toEqual({ words: '', ended: signal });
  });

  it('records the environment of a version, and shows it', async () => {
    const where = ['-a', 'Shop', '--environment', 'production'];
    const say = async (...args: string[]) => (await run(args)).stdout.trim();
    await run(['create-version-tag', '-a', 'Shop', '-t', 'x', '--auto-create-version']);
    expect(await say('record-deployment', ...where, '--application-instance', 'eu')).toBe(
      '✅ Recorded deployment of Shop version 1 to production environment (application instance eu).',
    );
    expect(await say('describe-version', '-a', 'Shop', '-l', 'x')).toMatch(
      /^Shop version 1\n +branches: +x\n +tags: +x\n +environments: +Production$/,
    );
    expect(await say('record-undeployment', ...where, '--application-instance', 'eu')).toBe(
      '✅ Recorded undeployment of Shop from production environment (application instance eu).',
    );
    expect(JSON.parse(await say('record-release', ...where, '-o', 'json'))).toEqual({
      pacticipant: 'Shop',
      version: '1',
      environment: 'production',
    });
    expect(JSON.parse(await say('describe-version', '-a', 'Shop', '-o', 'json'))).toMatchObject({
      number: '1',
      environments: ['Production'],
    });
    expect(await say('record-support-ended', ...where)).toBe(
      '✅ Recorded end of support for Shop version 1 in production environment.',
    );
    expect(await say('describe-version', '-a', 'Shop')).toContain('environments: none');
    expect(await say('list-environments')).toMatch(
      /^[0-9a-f-]{36} {2}production {2}\(Production, production\)$/m,
    );
  });

  it('uses the environment’s password for a user on the command line', async () => {
    await using guarded = await startBroker({ basicAuth: { writer: { username: 'u', password: 'p' } } });
    const args = ['list-environments', '-b', guarded.url, '-u', 'u'];
    expect((await run(args, { PACT_BROKER_PASSWORD: 'p', PACT_BROKER_TOKEN: 't' })).code).toBe(0);
  });

  it('trusts a given certificate in addition to those that Node trusts', async () => {
    const emptyBroker: RequestListener = (request, response) =>
      answering(200, {
        _links: { 'pb:environments': { href: `https://${request.headers.host}/all` } },
        _embedded: { environments: [] },
      })(request, response);
    await using server = await startSecureServer(emptyBroker);
    await using other = await startSecureServer(emptyBroker);
    const list = (...args: string[]) => ['list-environments', '-b', server.url, ...args];
    const env = { PACT_BROKER_HTTP_RETRIES: '0' };
    expect((await run(list(), env)).stderr).toContain('--ssl-certificate');
    expect((await run(list('-c', server.certificate.path), env)).code).toBe(0);
    const told = { ...env, NODE_EXTRA_CA_CERTS: server.certificate.path };
    expect((await command.run(list('-c', other.certificate.path), told)).code).toBe(0);
  });

  it('bypasses the proxy for local addresses', async () => {
    const proxy = await deadUrl();
    expect((await run(['list-environments'], { HTTP_PROXY: proxy, http_proxy: proxy })).code).toBe(0);
  });

  it.each([
    [['publish', 'nowhere'], {}, 'There is no file or folder "nowhere"'],
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
  ])('fails with a message for %j', async (args, env, message) => {
    await run(['publish', 'pact.json']);
    const { code, stdout, stderr } = await run(args, env);
    expect(code).toBe(1);
    expect(stderr).toContain(`❌ `);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(stdout).toBe('');
  });

  it('prints the stack of an error only with --verbose', async () => {
    const args = ['list-environments', '-b', await deadUrl()];
    const env = {
      PACT_BROKER_HTTP_RETRIES: '0',
      PACT_BROKER_PASSWORD: 'sesame',
      PACT_BROKER_USERNAME: 'ali',
    };
    const quiet = await command.run(args, env);
    expect(quiet.code).toBe(1);
    expect(quiet.stderr).not.toContain('\n    at ');
    const verbose = await run([...args, '--verbose'], env);
    expect(verbose.stderr).toContain('\n    at ');
    expect(quiet.stderr + verbose.stderr).not.toContain('sesame');
  });

  it.each(['publish', 'can-i-deploy', 'record-deployment', 'describe-version'])(
    'explains %s',
    async (name) => {
      const { code, stdout } = await run([name, '--help'], { PACT_BROKER_PASSWORD: 'sesame' });
      expect(code).toBe(0);
      expect(stdout).toContain('--broker-base-url');
      expect(stdout).not.toContain('sesame');
    },
  );
});
