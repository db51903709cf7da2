import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BrokerClient } from '@pact-workshop/broker-client';
import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { describeVersion } from '../../versions/index.ts';
import { ResultNotPublishedError } from '../errors.ts';
import { pactsToVerify } from '../plan/index.ts';
import { publishResults } from './publish-results.ts';
import type { InteractionResult, Outcome } from './result.ts';

type Status = InteractionResult['status'];
/** Whose results are published, and what became of their interactions. */
type Results = Readonly<Record<string, readonly Status[]>>;

let broker: RunningBroker;
/** Each publication is for a version of its own. */
let version = 0;
const consumers = ['One', 'Two'];

beforeAll(async () => {
  broker = await startBroker();
  const seed = new BrokerSeed(broker.url);
  for (const consumer of consumers) {
    await seed.publish({
      consumer,
      version: '1',
      providers: ['Provider'],
      branch: 'main',
      body: `"${consumer}"`,
    });
  }
});
afterAll(() => broker.close());
beforeEach(() => {
  version += 1;
});

const interaction = (consumer: string, status: Status): InteractionResult => ({
  consumer,
  description: 'one',
  providerStates: [],
  kind: 'http',
  status,
  mismatches:
    status === 'passed'
      ? []
      : [{ type: 'error', description: `${consumer} broke`, path: undefined, expected: 1, actual: 2 }],
});

/** Publishes these results at a broker. */
async function publish(url: string, results: Results): Promise<void> {
  const client = new BrokerClient({ baseUrl: url, retries: 0 }, {});
  const pacts = await pactsToVerify(client, {
    provider: 'Provider',
    selectors: [{ mainBranch: true }],
    providerBranch: undefined,
    providerTags: [],
    enablePending: false,
    includeWipPactsSince: undefined,
  });
  const verified = Object.entries(results).map(([consumer, statuses]) => ({
    pact: pacts.find((pact) => pact.consumer === consumer)!,
    interactions: statuses.map((status) => interaction(consumer, status)),
  }));
  const interactions = verified.flatMap((one) => one.interactions);
  const success = interactions.every(({ status }) => status !== 'failed');
  const outcome: Outcome = { success, interactions, leftOut: [], text: '' };
  const build = { version: String(version), branch: 'feat', buildUrl: 'http://ci/1' };
  await publishResults(client, verified, { provider: 'Provider', build, tags: ['t', 'u'] }, outcome);
}

/** The result that a broker has of this version and a consumer; undefined where it has none. */
async function published(consumer: string): Promise<Record<string, unknown> | undefined> {
  const latest = `${broker.url}/pacts/provider/Provider/consumer/${consumer}/latest/verification-results/latest`;
  const answer = await fetch(latest);
  const result = (await answer.json()) as Record<string, unknown>;
  return answer.ok && result['providerApplicationVersion'] === String(version) ? result : undefined;
}

/** A broker whose answers to requests that fit are others. */
const brokerThat = (fits: RegExp, answers: (own: Response) => Response | Promise<Response>) =>
  forwardTo(broker.url, {
    around: async ({ method, url }, forward) => {
      const isMeant = fits.test(`${method} ${url}`);
      const own = await forward();
      return isMeant ? answers(own) : own;
    },
  });

const json = (body: unknown, status = 201) => new Response(JSON.stringify(body), { status });
const changed = (change: (body: Record<string, unknown>) => object) => async (own: Response) =>
  json(change((await own.json()) as Record<string, unknown>));

describe('The results', () => {
  it.each<[readonly Status[], boolean]>([
    [['passed', 'passed'], true],
    [['passed', 'failed'], false],
    [['failed', 'passed'], false],
    [['pending', 'passed'], false],
    [['pending'], false],
  ])('of interactions that are %j are a success: %s', async (statuses, success) => {
    await publish(broker.url, { One: statuses });
    expect(await published('One')).toMatchObject({ success, buildUrl: 'http://ci/1' });
    expect(await published('Two')).toBeUndefined();
  });

  it('of each pact are separate', async () => {
    await publish(broker.url, { One: ['passed'], Two: ['failed'] });
    expect(await published('One')).toMatchObject({ success: true });
    expect(await published('Two')).toMatchObject({ success: false });
  });

  it('come with the branch and the tags of the version', async () => {
    await publish(broker.url, { One: ['passed'] });
    const question = { broker: broker.url, pacticipant: 'Provider', version: String(version) };
    expect(await describeVersion(question)).toMatchObject({ branches: ['feat'], tags: ['t', 'u'] });
  });

  it('come after the branch and the tags, as webhooks may depend on them', async () => {
    const asked: string[] = [];
    await using watched = await forwardTo(broker.url, {
      around: async ({ method, url }, forward) => {
        if (method !== 'GET') asked.push(String(url).replace(/.*\/(.*)\/.*/, '$1'));
        return forward();
      },
    });
    await publish(watched.url, { One: ['passed'] });
    expect(asked.slice(-4)).toEqual(['versions', 'tags', 'tags', expect.any(String)]);
    expect(await published('One')).toBeDefined();
  });
});

describe('A result counts as published only if the broker', () => {
  const results = /^POST .*verification-results$/;

  it.each<[string, Parameters<typeof brokerThat>[1]]>([
    ['gives it back', () => json({})],
    ['gives its address', changed(({ _links: _, ...body }) => body)],
    ['gives its own address', changed((body) => ({ ...body, _links: { other: { href: 'x' } } }))],
    ['gives the same verdict', changed((body) => ({ ...body, success: !body['success'] }))],
    ['gives a verdict', changed(({ success: _, ...body }) => body)],
    ['gives the same version', changed((body) => ({ ...body, providerApplicationVersion: '0' }))],
    ['answers with JSON', () => new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html' } })],
    ['takes it', () => json({ error: 'no space left' }, 500)],
  ])('%s', async (_, answers) => {
    await using server = await brokerThat(results, answers);
    for (const statuses of [['passed'], ['failed']] as const) {
      const publishing = publish(server.url, { One: statuses });
      await expect(publishing).rejects.toThrow(ResultNotPublishedError);
      await expect(publishing).rejects.toMatchObject({ result: { published: false } });
    }
  });

  it('accepts those of all pacts', async () => {
    let count = 0;
    await using server = await brokerThat(results, (own) => ((count += 1) === 2 ? json({}) : own));
    const publishing = publish(server.url, { One: ['passed'], Two: ['failed'] });
    await expect(publishing).rejects.toThrow(ResultNotPublishedError);
    await expect(publishing).rejects.toThrow(
      /has no result of it for: Pact between Two .*1 of 2 .*Two broke/s,
    );
  });

  it.each([
    ['the branch', /^PUT .*\/branches\//],
    ['a tag', /^PUT .*\/tags\//],
  ])('accepts %s, without which no result is published', async (_, fits) => {
    await using server = await brokerThat(fits, () => json({ error: 'read only' }, 500));
    const publishing = publish(server.url, { One: ['passed'] });
    await expect(publishing).rejects.toThrow(ResultNotPublishedError);
    await expect(publishing).rejects.toThrow(`version ${version} of Provider`);
    await expect(publishing).rejects.toThrow('read only');
    expect(await published('One')).toBeUndefined();
  });
});
