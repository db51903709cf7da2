import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadUrl } from '@pact-workshop/broker-client/test/http-server.ts';
import {
  temporaryDirectory,
  type TemporaryDirectory,
} from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { describeUnless } from '@pact-workshop/requirements/describe-unless';
import { validateXML } from 'xmllint-wasm';
import type { TestCommandLine } from '../../../test/command-line.ts';
import { commandsHere } from '../../../test/commands-here.ts';
import { pact } from '../../../test/pact-fixtures.ts';
import { canIDeploy } from '../../can-i-deploy/index.ts';
import { publishPacts } from '../../publish/index.ts';

const testFile = (name: string) => fileURLToPath(new URL(`../../../test/${name}`, import.meta.url));

/** A provider in Python, with its states behind an address of its own. */
async function startPython(): Promise<{ url: string; end: () => void }> {
  const child = spawn('python3', [testFile('users-provider.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { url: `http://127.0.0.1:${port}`, end: () => void child.kill() };
}

const user = (id: number, more: object = {}) => ({
  description: `user ${id}`,
  state: `user ${id} exists`,
  path: `/users/${id}`,
  body: { id, name: `User ${id}` },
  ...more,
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

describeUnless(hasPython ? undefined : 'There is no python3.')('pact-tooling verify', () => {
  let broker: RunningBroker;
  let cli: TestCommandLine;
  let python: Awaited<ReturnType<typeof startPython>>;
  let directory: TemporaryDirectory;
  const reports = () => [
    '--json',
    join(directory.path, 'out/r.json'),
    '--junit',
    join(directory.path, 'out/r.xml'),
  ];
  const json = async () => JSON.parse(await readFile(join(directory.path, 'out/r.json'), 'utf8')) as object;
  const junit = () => readFile(join(directory.path, 'out/r.xml'), 'utf8');
  const provider = () => [
    ...['--provider', 'Provider', '--provider-base-url', python.url],
    ...['--provider-states-url', `${python.url}/_states`],
  ];

  beforeAll(async () => {
    broker = await startBroker();
    cli = await commandsHere(broker.url);
    python = await startPython();
    directory = await temporaryDirectory();
    const files = [
      await directory.write('published.json', pact([user(10), { ...user(11), state: 'user 11 exists' }])),
    ];
    await publishPacts({ broker: broker.url, files, version: '1', branch: 'main' });
  });
  afterAll(async () => {
    python.end();
    await cli[Symbol.asyncDispose]();
    await broker.close();
    await directory[Symbol.asyncDispose]();
  });

  async function expectValid(xml: string): Promise<void> {
    const schema = await readFile(testFile('junit.xsd'), 'utf8');
    const { errors } = await validateXML({
      xml: [{ fileName: 'r.xml', contents: xml }],
      schema: [{ fileName: 'junit.xsd', contents: schema }],
    });
    expect(errors).toEqual([]);
  }

  it('verifies a provider in another language from the broker, and publishes the results', async () => {
    const { code, stdout } = await cli.run(['verify', ...provider(), '--publish', '-t', 'py', ...reports()]);
    expect(stdout).toContain('✅ 2 of 2 interactions passed; the broker has the results');
    expect(code).toBe(0);
    expect(await json()).toMatchObject({ success: true, published: true, interactions: [{}, {}] });
    await expectValid(await junit());
    const question = { broker: broker.url, pacticipant: 'Provider', version: '1' };
    expect((await canIDeploy(question)).deployable).toBe(true);
  });

  it('exits with 1 if the provider does not meet a contract, and prints request and answer', async () => {
    const file = await directory.write('wrong.json', pact([user(10, { body: { id: 10, email: 'x' } })]));
    const { code, stderr } = await cli.run(['verify', file, ...provider(), ...reports()]);
    expect(code).toBe(1);
    expect(stderr).toContain('1 of 1 interactions failed');
    expect(stderr).toMatch(/sent: GET \/users\/10[^]*received: 200[^]*"name": "User 10"/);
    expect(await json()).toMatchObject({
      success: false,
      interactions: [{ reason: expect.stringMatching(/email/) as unknown }],
    });
    expect(await junit()).toMatch(/<failure [^>]*message="[^"]*email/);
    await expectValid(await junit());
  });

  it('names a state that the provider refuses', async () => {
    const file = await directory.write('odd.json', pact([{ description: 'odd', state: 'a blue moon' }]));
    const { code, stderr } = await cli.run(['verify', file, ...provider()]);
    expect(code).toBe(1);
    expect(stderr).toContain('"a blue moon" (setup): ');
    expect(stderr).toContain('answered 400: There is no state "a blue moon".');
  });

  it('verifies a part, and reports the excluded interactions', async () => {
    const filter = ['--filter-description', '^user 1[0]$', '--filter-state', 'exists'];
    const { code, stdout } = await cli.run(['verify', ...provider(), ...filter, ...reports()]);
    expect(code).toBe(0);
    expect(stdout).toContain('✅ 1 of 1 interactions passed; the filter excluded 1');
    expect(await junit()).toContain('excluded by the filter');
    const published = await cli.run(['verify', ...provider(), ...filter, '--publish']);
    expect(published).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('would stand for the whole') as unknown,
    });
  });

  it('exits with 2 without a result, and has the error in its reports', async () => {
    const url = await deadUrl();
    const { code, stderr } = await cli.run([
      ...['verify', '--provider', 'Provider', '--provider-base-url', url],
      ...['--provider-states-url', url, ...reports()],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("The provider doesn't answer");
    expect(await json()).toMatchObject({
      success: null,
      error: expect.stringContaining("doesn't answer") as unknown,
    });
    expect(await junit()).toContain('<error');
    await expectValid(await junit());
  });

  it.each([
    [['--provider-base-url', 'http://127.0.0.1:1'], '--provider <name>'],
    [['--provider', 'P', '--filter-state', '('], 'not a regular expression'],
    [['--provider', 'P', '--header', 'x'], '"Name: value" is expected'],
    [['--provider', 'P', '--transport', 'grpc'], 'grpc:5050'],
    [['--provider', 'P', '--consumer-version-selector', '[]'], 'a JSON object is expected'],
    [['--provider', 'P', '--filter-state', 'x', '--filter-no-state'], 'cannot be used with'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await cli.run(['verify', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('Without a known version', () => {
  it.each([
    [['verify', '--provider', 'P'], '--provider-app-version'],
    [['publish', 'pact.json'], '--consumer-app-version'],
    [['can-i-deploy', '-a', 'P'], '--version'],
    [['record-deployment', '-a', 'P', '--environment', 'test'], '--version'],
  ])('%j advises its own option for it', async (args, option) => {
    await using cli = await commandsHere(await deadUrl());
    const { code, stderr } = await cli.run(args, { VERSION_COMMIT: '' });
    expect(code).not.toBe(0);
    expect(stderr).toContain(`Name it with ${option} or VERSION_COMMIT.`);
  });
});
