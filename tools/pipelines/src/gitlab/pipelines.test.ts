import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read } from '../top.ts';
import { teamBroker, type TeamBroker } from '../user/broker.ts';
import { contract } from '../user/contract.ts';
import { freePort } from '@pact-workshop/embedded-broker/test/free-port.ts';
import { hostile } from '../user/hostile.ts';
import { providerProgram } from '../user/provider.ts';
import { userRepository, type UserRepository } from '../user/repository.ts';
import { jobsOf, pipelineFiles, type GitLabJob } from './pipeline.ts';
import { runGitLabJob } from './run-job.ts';

/** The pipelines that users copy, on a real broker: GitLab's rules choose the jobs, and what they run runs here. */
describe('The pipelines of a consumer and a provider on GitLab', () => {
  let broker: TeamBroker;
  let shop: UserRepository;
  let users: UserRepository;
  let project: Readonly<Record<string, string>>;
  let port: number;

  beforeAll(async () => {
    broker = await teamBroker();
    port = await freePort();
    project = {
      PACT_BROKER_BASE_URL: broker.url,
      PACT_BROKER_USERNAME: broker.connection.username,
      PACT_BROKER_PASSWORD: broker.connection.password,
    };
    shop = await userRepository({ test: 'mkdir -p pacts && cp contract.json pacts/Shop-Users.json' });
    users = await userRepository({ test: 'node --check server.mjs', start: 'node server.mjs' });
    await shop.commit({
      ...pipelineFiles(read('docs/pipelines/gitlab-consumer.yml').replace("UNKNOWN: '30'", "UNKNOWN: '0'")),
      'contract.json': contract('Shop', 'Users'),
    });
    await users.commit({
      ...pipelineFiles(read('docs/pipelines/gitlab-provider.yml').replaceAll('8080', String(port))),
      'server.mjs': providerProgram(port),
    });
  });
  afterAll(async () => {
    await shop[Symbol.asyncDispose]();
    await users[Symbol.asyncDispose]();
    await broker.close();
  });

  /** What was read of a pipeline, by its repository and what starts it: reading takes longer than running. */
  const known = new Map<string, Map<string, GitLabJob>>();

  /** Runs the jobs one after the other, up to the first that fails; returns what they are called. */
  async function run(
    repository: UserRepository,
    { source = 'push', ...trigger }: Readonly<Record<string, string>> = {},
  ): Promise<string[]> {
    const names: string[] = [];
    const key = `${repository.path} ${source}`;
    const jobs = known.get(key) ?? jobsOf(repository, source);
    known.set(key, jobs);
    for (const [name, job] of jobs) {
      const { code, output } = await runGitLabJob(job, repository, { ...project, ...trigger });
      if (code !== 0) return [...names, `${name} failed`, output];
      names.push(name);
    }
    return names;
  }

  it('run these jobs on a branch', () => {
    for (const { git } of [shop, users]) git('checkout', '--quiet', '-b', 'feat/a');
    expect([...jobsOf(shop).keys()]).toEqual(['test', 'publish']);
    expect([...jobsOf(users).keys()]).toEqual(['test', 'verify']);
    for (const { git } of [shop, users]) git('checkout', '--quiet', 'main');
  });

  it('do not deploy a consumer before its provider', async () => {
    expect(await run(shop)).toEqual([
      ...['test', 'publish', 'can-i-deploy failed'],
      expect.stringContaining('Computer says no'),
    ]);
  });

  it('deploy the provider, and then the consumer', async () => {
    const deployed = ['can-i-deploy', 'deploy', 'record-deployment'];
    expect(await run(users)).toEqual(['test', 'verify', ...deployed]);
    expect(await run(shop)).toEqual(['test', 'publish', ...deployed]);
    expect(await broker.get(`/pacticipants/Shop/versions/${shop.git('rev-parse', 'HEAD')}`)).toMatchObject({
      buildUrl: 'https://gitlab.com/shop/shop/pipelines/1',
      _embedded: { branchVersions: [{ name: 'main' }] },
    });
  });

  it('have the provider verify a new contract, by the webhook', async () => {
    const gitlab = createServer();
    gitlab.listen(0, '127.0.0.1');
    await once(gitlab, 'listening');
    const url = `http://127.0.0.1:${(gitlab.address() as AddressInfo).port}`;
    await broker.post(
      '/webhooks',
      read('docs/pipelines/gitlab-webhook.json').replace('https://gitlab.com', url),
    );
    const called = once(gitlab, 'request').then(async (call) => {
      const [request, response] = call as [IncomingMessage, ServerResponse];
      const body = await json(request);
      response.writeHead(201).end();
      return body as { ref: string; variables: Record<string, string> };
    });
    await shop.commit({ 'contract.json': contract('Shop', 'Users', 'Sally', 'another request') });
    expect(await run(shop)).toEqual(['test', 'publish', 'can-i-deploy failed', expect.anything()]);
    const { ref, variables } = await called;
    gitlab.close();
    expect(ref).toBe('main');
    expect(await run(users, { source: 'trigger', ...variables })).toEqual(['verify']);
    expect(await run(shop)).toContain('deploy');
  });

  it('verify what the broker selects, where the contract of the webhook has no branch', async () => {
    const PACT_SELECTOR = '{"consumer":"Shop","branch":""}';
    expect(await run(users, { source: 'trigger', PACT_SELECTOR })).toEqual(['verify']);
  });

  it('are refused where they are malformed', async () => {
    const malformed = read('docs/pipelines/gitlab-consumer.yml').replace('artifacts:', 'artifcts:');
    await shop.commit(pipelineFiles(malformed));
    expect(() => jobsOf(shop)).toThrow('artifcts');
  });

  describe('take values as text', () => {
    let hidden: Map<string, GitLabJob>;
    beforeAll(async () => {
      const names = ['publish', 'verify', 'can-i-deploy', 'record-deployment'];
      const jobs = names.map((name) => `.pact-${name} of a team: { extends: .pact-${name} }`.slice(1));
      await shop.commit({
        '.gitlab-ci.yml': ['include: [{ local: pact.gitlab-ci.yml }]', ...jobs].join('\n'),
      });
      hidden = jobsOf(shop);
    });

    /** Runs a job that extends one of the template, with variables of the project. */
    async function runHidden(name: string, variables: Readonly<Record<string, string>>) {
      const job = hidden.get(`${name.slice(1)} of a team`) as GitLabJob;
      const finished = await runGitLabJob(job, shop, { ...project, ...variables });
      expect(existsSync(join(shop.path, 'harm'))).toBe(false);
      return finished;
    }

    it('in all jobs', async () => {
      const own = { VERSION_COMMIT: hostile, VERSION_BRANCH: hostile };
      await shop.write(`${hostile}/a.json`, contract(hostile, hostile));
      expect(await runHidden('.pact-publish', { ...own, PACTS: hostile })).toMatchObject({ code: 0 });
      const verified = await runHidden('.pact-verify', {
        ...own,
        PACT_PROVIDER: hostile,
        PACT_PROVIDER_BASE_URL: broker.url,
        PACT_PROVIDER_STATES_URL: `${broker.url}/?${encodeURIComponent(hostile)}`,
        PACT_SELECTOR: JSON.stringify({ consumer: hostile, branch: hostile }),
      });
      expect(verified.output).toContain('a request for a user');
      expect(verified.code).toBe(1);
      const participant = { ...own, PACT_PACTICIPANT: hostile, PACT_ENVIRONMENT: 'production' };
      const asked = await runHidden('.pact-can-i-deploy', participant);
      expect(asked.output).toContain('Computer says no');
      expect(asked.code).toBe(1);
      const instance = { PACT_APPLICATION_INSTANCE: hostile };
      const recorded = await runHidden('.pact-record-deployment', { ...participant, ...instance });
      expect(recorded.output).toContain(`instance ${hostile}`);
      expect(recorded.code).toBe(0);
    });

    it.each([
      ['.pact-publish', { PACT_BROKER_BASE_URL: '' }, 1, 'The broker’s base URL is empty'],
      ['.pact-publish', { PACTS: '' }, 1, 'The path of a pact file is empty'],
      ['.pact-verify', {}, 2, 'There is no pact for  in'],
      ['.pact-can-i-deploy', { PACT_PACTICIPANT: 'Shop' }, 2, 'empty'],
      ['.pact-can-i-deploy', { PACT_ENVIRONMENT: 'production' }, 2, 'empty'],
      ['.pact-record-deployment', { PACT_PACTICIPANT: 'Shop' }, 1, 'empty'],
    ])('and an empty one as nothing else: %s %p', async (name, variables, code, message) => {
      const finished = await runHidden(name, variables);
      expect(finished.output).toContain(message);
      expect(finished.code).toBe(code);
    });
  });
});
