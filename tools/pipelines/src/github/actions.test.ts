import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProvider, type Provider } from '../user/provider.ts';
import { teamBroker, type TeamBroker } from '../user/broker.ts';
import { contract } from '../user/contract.ts';
import { hostile } from '../user/hostile.ts';
import { userRepository, type UserRepository } from '../user/repository.ts';
import { pullRequest, push, type GitHubContext } from './events.ts';
import { runAction, type Ended } from './runner.ts';

let broker: TeamBroker;
let repository: UserRepository;
let provider: Provider;
let sha: string;
beforeAll(async () => {
  broker = await teamBroker();
  repository = await userRepository();
  provider = await startProvider();
  await repository.write('pacts/a.json', contract('Shop', 'Users'));
  sha = await repository.commit({});
});
afterAll(async () => {
  await provider[Symbol.asyncDispose]();
  await repository[Symbol.asyncDispose]();
  await broker.close();
});

const credentials = () => ({
  'broker-base-url': broker.url,
  'broker-username': broker.connection.username,
  'broker-password': broker.connection.password,
});

/** Runs an action, in the build of a push to `main` by default. */
async function run(
  action: string,
  inputs: Readonly<Record<string, string>>,
  {
    branch = 'main',
    env = {},
    github = push(sha, branch),
  }: { branch?: string; env?: Readonly<Record<string, string>>; github?: GitHubContext } = {},
): Promise<Ended> {
  const { path, scratch, machine } = repository;
  const runner = { cwd: path, scratch, machine, env, contexts: { github } };
  const ended = await runAction(action, inputs, runner);
  expect(existsSync(join(path, 'harm'))).toBe(false);
  return ended;
}

const publish = (inputs = {}, options = {}) => run('publish', { ...credentials(), ...inputs }, options);
const verify = (inputs = {}, options = {}) =>
  run(
    'verify',
    {
      ...credentials(),
      provider: 'Users',
      'provider-base-url': provider.url,
      'provider-states-url': `${provider.url}/_states`,
      ...inputs,
    },
    options,
  );
const ask = (inputs = {}, options = {}) =>
  run(
    'can-i-deploy',
    { ...credentials(), pacticipant: 'Shop', environment: 'production', ...inputs },
    options,
  );
const record = (inputs = {}, options = {}) =>
  run(
    'record-deployment',
    { ...credentials(), pacticipant: 'Shop', environment: 'production', ...inputs },
    options,
  );

const version = (pacticipant: string, number: string) =>
  broker.get(`/pacticipants/${encodeURIComponent(pacticipant)}/versions/${encodeURIComponent(number)}`);

describe('publish', () => {
  it('publishes as the commit and the branch of the build, with its page', async () => {
    expect(await publish({}, { branch: 'feat/a' })).toMatchObject({ code: 0 });
    expect(await version('Shop', sha)).toMatchObject({
      buildUrl: 'https://github.com/shop/shop/actions/runs/1',
      _embedded: { branchVersions: [{ name: 'feat/a' }] },
    });
  });

  it('takes what it is given, whatever is in it, as text', async () => {
    await repository.write(`${hostile}/a.json`, contract('Shop', 'Users'));
    const given = { pacts: hostile, version: hostile, branch: hostile };
    expect(await publish(given)).toMatchObject({ code: 0 });
    expect(await version('Shop', hostile)).toMatchObject({
      _embedded: { branchVersions: [{ name: hostile }] },
    });
  });

  it('takes the broker, version and branch from the variables of the job, where no input says otherwise', async () => {
    const env = {
      PACT_BROKER_BASE_URL: broker.url,
      PACT_BROKER_USERNAME: broker.connection.username,
      PACT_BROKER_PASSWORD: broker.connection.password,
      VERSION_COMMIT: 'from-the-job',
      VERSION_BRANCH: 'job',
    };
    expect(await run('publish', {}, { env })).toMatchObject({ code: 0 });
    expect(await version('Shop', 'from-the-job')).toMatchObject({
      _embedded: { branchVersions: [{ name: 'job' }] },
    });
    expect(await run('publish', { version: 'from-the-input' }, { env })).toMatchObject({ code: 0 });
    expect(await version('Shop', 'from-the-input')).toMatchObject({ number: 'from-the-input' });
  });

  it('publishes as the head of a pull request, which nobody has to name', async () => {
    const head = { sha: 'a'.repeat(40), ref: 'feat/$(touch${IFS}harm)' };
    const github = pullRequest('b'.repeat(40), head);
    expect(await publish({}, { github })).toMatchObject({ code: 0 });
    expect(await version('Shop', head.sha)).toMatchObject({
      _embedded: { branchVersions: [{ name: head.ref }] },
    });
  });

  it.each([
    ['no broker', { 'broker-base-url': '' }, 'The broker’s base URL is empty'],
    ['a broker that is none', { 'broker-base-url': hostile }, 'which is not a valid http(s) URL'],
    ['a wrong password', { 'broker-password': hostile }, '401'],
    ['no pacts', { pacts: '' }, 'The path of a pact file is empty'],
    ['an option', { pacts: '--help' }, 'no file or folder "--help"'],
    ['another version of the tooling than there is', { 'tooling-version': hostile }, 'npm error'],
  ])('fails with %s', async (_, inputs, message) => {
    const { code, output } = await publish(inputs);
    expect(output).toContain(message);
    expect(code).toBe(1);
  });
});

describe('verify', () => {
  beforeAll(() => publish({ version: 'on-main' }));

  it('publishes the result as the commit and the branch of the build', async () => {
    const { code, output } = await verify();
    expect(output).toContain('the broker has the results');
    expect(code).toBe(0);
    expect(await version('Users', sha)).toMatchObject({ _embedded: { branchVersions: [{ name: 'main' }] } });
  });

  it('takes what it is given, whatever is in it, as text', async () => {
    const selector = JSON.stringify({ consumer: 'Shop', branch: hostile }, null, 2);
    expect(await verify({ selector, version: hostile, branch: hostile })).toMatchObject({ code: 0 });
    expect(await version('Users', hostile)).toMatchObject({
      _embedded: { branchVersions: [{ name: hostile }] },
    });
  });

  it('publishes nothing where it is told so', async () => {
    const { code, output } = await verify({ publish: 'false', version: 'quiet' });
    expect(output).not.toContain('the broker has the results');
    expect(code).toBe(0);
    await expect(version('Users', 'quiet')).rejects.toThrow('404');
  });

  it('ends with 1 if the provider does not meet a contract, unless it is pending', async () => {
    const pacts = 'wish';
    await repository.write('wish/a.json', contract('Wisher', 'Users', 'Sally Sparrow'));
    await publish({ pacts, branch: 'wish' });
    const selector = '{"branch":"wish"}';
    expect(await verify({ selector, 'enable-pending': 'true', publish: 'false' })).toMatchObject({ code: 0 });
    expect(await verify({ selector, publish: 'false' })).toMatchObject({ code: 1 });
  });

  it.each([
    ['no provider', { provider: '' }, 'There is no pact for  in'],
    ['a provider that nobody knows', { provider: hostile }, `no pact for ${hostile} in`],
    [
      'an unknown word for yes',
      { publish: 'yes' },
      'The inputs publish and enable-pending are true or false, not "yes".',
    ],
    [
      'an empty one',
      { 'enable-pending': '' },
      'The inputs publish and enable-pending are true or false, not "".',
    ],
    ['a selector that is none', { selector: hostile }, 'a JSON object is expected'],
    ['an address that is none', { 'provider-base-url': hostile }, 'URL'],
  ])('fails with %s', async (_, inputs, message) => {
    const { code, output } = await verify(inputs);
    expect(output).toContain(message);
    expect(code).toBe(2);
  });
});

describe('can-i-deploy and record-deployment', () => {
  const deployed = async () => {
    const { _embedded } = (await broker.get('/environments')) as {
      _embedded: { environments: { _links: { self: { href: string } } }[] };
    };
    const { pathname } = new URL(_embedded.environments[0]?._links.self.href ?? '');
    return broker.get(`${pathname}/deployed-versions/currently-deployed`);
  };

  it('say no, then record what was deployed, and say yes', async () => {
    await publish();
    await verify();
    const no = await ask();
    expect(no).toMatchObject({ code: 1, outputs: { deployable: 'false' } });
    expect(no.output).toContain('Computer says no');
    expect(await record({ pacticipant: 'Users' })).toMatchObject({ code: 0 });
    expect(await ask()).toMatchObject({ code: 0, outputs: { deployable: 'true' } });
    expect(await record()).toMatchObject({ code: 0 });
    expect(JSON.stringify(await deployed())).toContain(sha);
  });

  it('take what they are given, whatever is in it, as text', async () => {
    await repository.write('odd/a.json', contract(hostile, 'Users'));
    await publish({ pacts: 'odd', version: hostile });
    const odd = { pacticipant: hostile, version: hostile };
    expect(await ask(odd)).toMatchObject({ outputs: { deployable: 'false' } });
    expect(await verify({ selector: JSON.stringify({ consumer: hostile, latest: true }) })).toMatchObject({
      code: 0,
    });
    expect(await ask(odd)).toMatchObject({ code: 0, outputs: { deployable: 'true' } });
    expect(await record({ ...odd, 'application-instance': hostile })).toMatchObject({ code: 0 });
    expect(JSON.stringify(await deployed())).toContain(JSON.stringify(hostile).slice(1, -1));
    expect(await ask({ ...odd, environment: hostile })).toMatchObject({ code: 2 });
  });

  it('ask again while a result is missing', async () => {
    await publish({ version: 'waits', branch: 'waits' });
    await repository.write('new/a.json', contract('Shop', 'Users', 'Larry'));
    await publish({ pacts: 'new', version: 'new' });
    const { code, output } = await ask({ version: 'new', 'retry-while-unknown': '2', 'retry-interval': '0' });
    expect(output.match(/asking again in 0 s/g)).toHaveLength(2);
    expect(code).toBe(1);
  });

  it('say no in a dry run, too, so that the output is not a wrong yes', async () => {
    const env = { PACT_BROKER_CAN_I_DEPLOY_DRY_RUN: 'true' };
    const ended = await ask({ version: 'new' }, { env });
    expect(ended).toMatchObject({ code: 1, outputs: { deployable: 'false' } });
  });

  it.each([
    ['no name', { pacticipant: '' }, 'empty'],
    ['no environment', { environment: '' }, 'empty'],
    ['another environment', { environment: 'moon' }, 'moon'],
    ['no number', { 'retry-while-unknown': 'often' }, 'a whole number is expected'],
    ['a wrong password', { 'broker-password': 'x' }, '401'],
  ])('have no answer with %s', async (_, inputs, message) => {
    const { code, output, outputs } = await ask(inputs);
    expect(output).toContain(message);
    expect([code, outputs]).toEqual([2, { deployable: 'false' }]);
  });

  it.each([
    ['no name', { pacticipant: '' }, 'empty'],
    ['no environment', { environment: '' }, 'empty'],
    ['a version that the broker does not have', { version: 'x' }, 'x'],
  ])('record nothing with %s', async (_, inputs, message) => {
    const { code, output } = await record(inputs);
    expect(output).toContain(message);
    expect(code).toBe(1);
  });
});
