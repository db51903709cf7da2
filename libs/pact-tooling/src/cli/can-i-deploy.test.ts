import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadUrl, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import type { TestCommandLine } from '../../test/command-line.ts';
import { commandsHere } from '../../test/commands-here.ts';

describe('The command can-i-deploy', () => {
  let broker: RunningBroker;
  let cli: TestCommandLine;
  beforeAll(async () => {
    broker = await startBroker();
    cli = await commandsHere(broker.url);
  });
  afterAll(async () => {
    await cli[Symbol.asyncDispose]();
    await broker.close();
  });
  const run: TestCommandLine['run'] = (args, env) => cli.run(args, env);
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

  it('accepts only the word true for a dry run', async () => {
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
    expect(code).toBe(2);
    expect(stderr).toMatch(/^❌ The \w+ is empty/);
  });

  it('accepts a version before its pacticipant', async () => {
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

  it('accepts selectors in their order, and ignored ones', async () => {
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

  describe('exits with 2 without an answer, with any options, if', () => {
    const consumer = ['-a', 'Consumer', '-e', '1'];
    const answeringWith = (status: number, contentType: string, body: string) =>
      startServer((_request, response) =>
        response.writeHead(status, { 'Content-Type': contentType }).end(body),
      );
    const yes = '{"summary":{"deployable":true},"matrix":[';

    it.each<[string, () => Promise<{ url: string }>, RegExp]>([
      ['no server listens', async () => ({ url: await deadUrl() }), /No Pact Broker answers/],
      [
        'credentials are refused',
        () => answeringWith(401, 'application/json', '{}'),
        /refused the request \(401\)/,
      ],
      ['the broker fails', () => answeringWith(500, 'application/json', '{}'), /500/],
      [
        'the answer is a page',
        () => answeringWith(200, 'text/html', '<p>Sign in</p>'),
        /does not answer like/,
      ],
      [
        'the answer is cut off',
        () => answeringWith(200, 'application/hal+json', yes),
        /does not answer like/,
      ],
      ['the answer is empty', () => answeringWith(200, 'application/hal+json', '{}'), /has no verdict/],
      [
        'the verdict is a text',
        () => answeringWith(200, 'application/hal+json', `{"summary":{"deployable":"true"},"matrix":[]}`),
        /neither true, false nor null/,
      ],
      [
        'the rows have an unexpected shape',
        () => answeringWith(200, 'application/hal+json', `${yes}1]}`),
        /a row of its matrix has an unexpected shape/,
      ],
    ])('%s', async (_, serve, message) => {
      await using stack = new AsyncDisposableStack();
      const server = await serve();
      if (Symbol.asyncDispose in server) stack.use(server as AsyncDisposable);
      const { url } = server;
      const env = { PACT_BROKER_BASE_URL: url, PACT_BROKER_HTTP_RETRIES: '0' };
      const table = await run(['can-i-deploy', ...consumer], env);
      expect(table).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) as unknown });
      const json = await run(['can-i-deploy', ...consumer, '-o', 'json', '--dry-run'], env);
      expect(json.code).toBe(2);
      expect(JSON.parse(json.stdout)).toEqual({
        deployable: null,
        error: expect.stringMatching(message) as unknown,
      });
      expect((await run(['can-i-merge', ...consumer], env)).code).toBe(2);
    });

    it.each([
      [['-a', 'Nobody', '-e', '1'], {}, 'Pacticipant Nobody not found'],
      [[...consumer, '--to-environment', 'moon'], {}, 'There is no environment "moon"'],
      [consumer, { PACT_BROKER_BASE_URL: 'nonsense' }, 'PACT_BROKER_BASE_URL is "nonsense"'],
      [consumer, { PACT_BROKER_HTTP_RETRIES: 'many' }, 'PACT_BROKER_HTTP_RETRIES is "many"'],
      [[...consumer, '--output', 'xml'], {}, "argument 'xml' is invalid"],
      [['-e', '1'], {}, 'Give a pacticipant'],
    ])('for %j with %j', async (args, env, message) => {
      await run(['publish', 'pact.json']);
      const { code, stderr } = await run(['can-i-deploy', ...args], env);
      expect(code).toBe(2);
      expect(stderr).toContain(message);
    });
  });
});
