import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runBash } from '../run-bash.ts';
import { read } from '../top.ts';
import { teamBroker, type TeamBroker } from '../user/broker.ts';
import { contract } from '../user/contract.ts';
import { freePort } from '@pact-workshop/embedded-broker/test/free-port.ts';
import { providerProgram } from '../user/provider.ts';
import { userRepository, type UserRepository } from '../user/repository.ts';
import { parseWorkflow, type Workflow } from './documents.ts';
import { dispatch, push, type GitHubContext } from './events.ts';
import { runJob, type StepRun } from './run-job.ts';

/** The workflows that users copy, on a real broker: what runs on GitHub runs here, as far as it is a command. */
describe('The workflows of a consumer and a provider', () => {
  let broker: TeamBroker;
  let shop: UserRepository;
  let users: UserRepository;
  let consumer: Workflow;
  let provider: Workflow;
  let github: Server;
  let port: number;
  /** What the webhook has started. */
  const started: Promise<StepRun[]>[] = [];

  beforeAll(async () => {
    broker = await teamBroker();
    port = await freePort();
    consumer = parseWorkflow(
      read('docs/pipelines/github-consumer.yml').replace('interval: 10', 'interval: 2'),
    );
    provider = parseWorkflow(read('docs/pipelines/github-provider.yml').replaceAll('8080', String(port)));
    shop = await userRepository({ test: 'mkdir -p pacts && cp contract.json pacts/Shop-Users.json' });
    users = await userRepository({ test: 'node --check server.mjs', start: 'node server.mjs' });
    github = createServer((request, response) => {
      void json(request).then((body) => {
        const { event_type, client_payload } = body as { event_type: string; client_payload: unknown };
        expect(provider.on).toMatchObject({ repository_dispatch: { types: [event_type] } });
        started.push(
          run(users, provider, 'provider', dispatch(users.git('rev-parse', 'main'), client_payload)),
        );
        response.writeHead(204).end();
      });
    });
    github.listen(0, '127.0.0.1');
    await once(github, 'listening');
  });
  afterAll(async () => {
    github.close();
    await shop[Symbol.asyncDispose]();
    await users[Symbol.asyncDispose]();
    await broker.close();
  });

  async function run(
    { path, scratch, machine }: UserRepository,
    workflow: Workflow,
    job: string,
    event: GitHubContext,
  ): Promise<StepRun[]> {
    const contexts = {
      github: event,
      vars: { PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_USERNAME: broker.connection.username },
      secrets: { PACT_BROKER_PASSWORD: broker.connection.password },
    };
    return runJob(workflow, job, { cwd: path, scratch, machine, contexts });
  }
  const pushShop = async (
    wish: { name?: string; description?: string; branch?: string },
    workflow = consumer,
  ): Promise<StepRun[]> => {
    const { name, description, branch = 'main' } = wish;
    const sha = await shop.commit({ 'contract.json': contract('Shop', 'Users', name, description) });
    return run(shop, workflow, 'consumer', push(sha, branch));
  };
  const pushUsers = async (name?: string): Promise<StepRun[]> => {
    users.git('checkout', '--quiet', 'main');
    const sha = await users.commit({ 'server.mjs': providerProgram(port, name) });
    return run(users, provider, 'provider', push(sha, 'main'));
  };
  /** The steps, and the one that failed. */
  const steps = (runs: readonly StepRun[]) =>
    runs.map(({ step, code }) => (code === 0 ? step : `${step} failed`));

  const ask = 'May this version be deployed?';
  const prepared = [/^actions\/checkout/, /^actions\/setup-node/, 'npm ci'].map((step) =>
    expect.stringMatching(step),
  );
  const published = [...prepared, 'Test, which writes pacts/', 'Publish the contracts'];
  const deployed = [ask, 'Deploy', 'Record the deployment'];

  it('publish from every branch', async () => {
    expect(steps(await pushShop({ branch: 'feat/users' }))).toEqual(published);
  });

  it('do not deploy a consumer before its provider', async () => {
    const impatient = read('docs/pipelines/github-consumer.yml').replace('unknown: 30', 'unknown: 0');
    expect(steps(await pushShop({}, parseWorkflow(impatient)))).toEqual([...published, `${ask} failed`]);
  });

  it('deploy the provider, and then the consumer', async () => {
    const verified = [...prepared, 'Test', 'Start the provider', 'Verify'];
    expect(steps(await pushUsers())).toEqual([...verified, ...deployed]);
    expect(steps(await pushShop({}))).toEqual([...published, ...deployed]);
  });

  it('have the provider verify a new contract in the meantime, by the webhook', async () => {
    const url = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
    await writeFile(
      join(users.scratch, 'github-webhook.json'),
      read('docs/pipelines/github-webhook.json').replace('https://api.github.com', url),
    );
    const [, save = ''] = /```\n(curl [^`]*)```/.exec(read('docs/pipelines.md')) ?? [];
    const { baseUrl, username, password } = broker.connection;
    const saved = await runBash(save, {
      flags: ['-e'],
      cwd: users.scratch,
      env: {
        PATH: process.env['PATH'] ?? '',
        PACT_BROKER_BASE_URL: baseUrl,
        PACT_BROKER_USERNAME: username,
        PACT_BROKER_PASSWORD: password,
      },
      scratch: users.scratch,
    });
    expect(saved.output).toContain('/webhooks/');
    expect(saved.code).toBe(0);
    const head = users.git('rev-parse', 'main');
    expect(steps(await pushShop({ description: 'another request' }))).toEqual([...published, ...deployed]);
    const [build, ...others] = await Promise.all(started.splice(0));
    expect(others).toEqual([]);
    expect(steps(build ?? [])).toEqual([...prepared, 'Start the provider', 'Verify']);
    expect(users.git('rev-parse', 'HEAD')).toBe(head);
  });

  it('verify what the broker selects, where the contract of the webhook has no branch', async () => {
    const contract = { consumer: 'Shop', branch: '' };
    for (const payload of [{ contract }, {}]) {
      const build = await run(users, provider, 'provider', dispatch(users.git('rev-parse', 'main'), payload));
      expect(steps(build)).toEqual([...prepared, 'Start the provider', 'Verify']);
    }
  });

  it('do not deploy a wish that the provider does not fulfil', async () => {
    expect(steps(await pushShop({ name: 'Larry' }))).toEqual([...published, `${ask} failed`]);
    const [build] = await Promise.all(started.splice(0));
    expect(steps(build ?? [])).toEqual([...prepared, 'Start the provider', 'Verify failed']);
  });

  it('do not deploy a provider that breaks a live consumer', async () => {
    expect(steps(await pushUsers('Kathy')).at(-1)).toBe('Verify failed');
  });
});
