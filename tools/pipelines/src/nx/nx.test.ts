import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read, top } from '../top.ts';
import { teamBroker, type TeamBroker } from '../user/broker.ts';
import { contract } from '../user/contract.ts';
import { startProvider } from '../user/provider.ts';
import { userRepository, type UserRepository } from '../user/repository.ts';

/** The JSON blocks of the section about Nx: the scripts of projects, and the lines of nx.json. */
const [scripts, configuration] = [
  ...(/^## Nx$(.*?)^## /ms.exec(read('docs/pipelines.md'))?.[1] ?? '').matchAll(/^```json\n(.*?)^```$/gms),
].map(([, block]) => JSON.parse(block ?? '') as Record<string, string>) as [Record<string, string>, object];

/** A contract test that writes its pact from a file of the project, and counts how often it runs. */
const contractTest = 'echo run >> "$RUNS" && mkdir -p pacts && cp contract.json pacts/Shop-Users.json';

describe('The lines for Nx, in a fresh workspace', () => {
  let broker: TeamBroker;
  let workspace: UserRepository;

  beforeAll(async () => {
    broker = await teamBroker();
    workspace = await userRepository();
    rmSync(join(workspace.path, 'node_modules'), { recursive: true });
    symlinkSync(join(top, 'node_modules'), join(workspace.path, 'node_modules'));
    const json = (value: unknown) => JSON.stringify(value, null, 2);
    const { 'pact:verify': _verify, ...ofConsumer } = scripts;
    await workspace.commit({
      'package.json': json({ name: 'workspace', private: true, workspaces: ['packages/*'] }),
      'nx.json': json({ ...configuration, analytics: false, neverConnectToCloud: true }),
      '.gitignore': 'node_modules\npacts\n.nx\n',
      'packages/shop/package.json': json({
        name: 'shop',
        scripts: { ...ofConsumer, 'pact:consumer': contractTest },
      }),
      'packages/shop/contract.json': contract('Shop', 'Users'),
      'packages/users/package.json': json({
        name: 'users',
        scripts: { 'pact:verify': 'echo run >> "$RUNS"' },
      }),
    });
  });
  afterAll(async () => {
    await workspace[Symbol.asyncDispose]();
    await broker.close();
  });

  const runs = () => join(workspace.scratch, 'runs');
  const pact = () => join(workspace.path, 'packages/shop/pacts/Shop-Users.json');
  /** How often scripts that count have run since the last question. */
  function counted(): number {
    const count = existsSync(runs()) ? readFileSync(runs(), 'utf8').trim().split('\n').length : 0;
    rmSync(runs(), { force: true });
    return count;
  }
  /** Runs a command in the workspace. The broker answers meanwhile, as it is in this process. */
  async function run(command: string, args: readonly string[], version: string) {
    const { username, password } = broker.connection;
    const env = {
      ...workspace.machine,
      NX_DAEMON: 'false',
      RUNS: runs(),
      VERSION_COMMIT: version,
      VERSION_BRANCH: 'main',
      PACT_BROKER_BASE_URL: broker.url,
      PACT_BROKER_USERNAME: username,
      PACT_BROKER_PASSWORD: password,
    };
    return new Promise<{ code: number; output: string }>((resolve) => {
      execFile(command, args, { cwd: workspace.path, env }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
      );
    });
  }
  /** Runs a target of all projects, as a version of what they publish. */
  const nx = (target: string, version: string) =>
    run('nx', ['run-many', '--targets', target, '--output-style', 'static'], version);
  const published = (version: string) => broker.get(`/pacticipants/Shop/versions/${version}`);

  it('are those targets', () => {
    const targets = ['pact:consumer', 'pact:publish', 'pact:verify', 'pact:can-i-deploy'];
    expect(Object.keys(scripts)).toEqual(targets);
    expect(Object.keys((configuration as { targetDefaults: object }).targetDefaults)).toEqual(targets);
  });

  it('test before they publish', async () => {
    expect(await nx('pact:publish', '1')).toMatchObject({ code: 0 });
    expect(counted()).toBe(1);
    expect(await published('1')).toMatchObject({ number: '1' });
  });

  it('take the test from the cache, pact included, and publish nevertheless', async () => {
    rmSync(pact());
    const { code, output } = await nx('pact:publish', '2');
    expect(output).toContain('[local cache]');
    expect(code).toBe(0);
    expect(counted()).toBe(0);
    expect(existsSync(pact())).toBe(true);
    expect(await published('2')).toMatchObject({ number: '2' });
  });

  it('test again when a file has changed', async () => {
    await workspace.commit({
      'packages/shop/contract.json': contract('Shop', 'Users', 'Sally', 'another request'),
    });
    expect(await nx('pact:publish', '3')).toMatchObject({ code: 0 });
    expect(counted()).toBe(1);
  });

  it('ask each time', async () => {
    await using provider = await startProvider();
    const verify = ['verify', '--provider', 'Users', '--provider-base-url', provider.url, '--publish'];
    const states = ['--provider-states-url', `${provider.url}/_states`];
    expect(await run('pact-tooling', [...verify, ...states], '1')).toMatchObject({ code: 0 });
    const record = ['record-deployment', '--pacticipant', 'Users', '--environment', 'production'];
    expect(await run('pact-tooling', record, '1')).toMatchObject({ code: 0 });
    expect(await nx('pact:can-i-deploy', '3')).toMatchObject({ code: 0 });
    const { code, output } = await nx('pact:can-i-deploy', '4');
    expect(output).not.toContain('cache]');
    expect(code).toBe(1);
  });

  it('verify each time', async () => {
    for (const version of ['1', '1']) expect(await nx('pact:verify', version)).toMatchObject({ code: 0 });
    expect(counted()).toBe(2);
  });
});
