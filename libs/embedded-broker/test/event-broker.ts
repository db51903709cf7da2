import { startWebhookBroker } from './webhook-broker.ts';
import { startReceiver } from './webhook-receiver.ts';

const names = {
  e: 'eventName',
  pu: 'pactUrl',
  c: 'consumerName',
  p: 'providerName',
  cvn: 'consumerVersionNumber',
  pvn: 'providerVersionNumber',
  cvt: 'consumerVersionTags',
  pvt: 'providerVersionTags',
  cvb: 'consumerVersionBranch',
  pvb: 'providerVersionBranch',
  pvd: 'providerVersionDescriptions',
  cl: 'consumerLabels',
  pl: 'providerLabels',
  vru: 'verificationResultUrl',
  gh: 'githubVerificationStatus',
  bb: 'bitbucketVerificationStatus',
  az: 'azureDevOpsVerificationStatus',
  gl: 'gitlabVerificationStatus',
  bu: 'buildUrl',
  un: 'nonsense',
};

/** The values of the parameters for a contract without a result. */
export const pending = { gh: 'pending', bb: 'INPROGRESS', az: 'pending', gl: 'pending' };

/** The value of a parameter that does not exist. */
const unknown = { un: '${pactbroker.nonsense}' };

/** The body of a webhook with every template parameter under a short name, and one that does not exist. */
const everyParameter = Object.fromEntries(
  Object.entries(names).map(([key, name]) => [key, `\${pactbroker.${name}}`]),
);

export type EventBroker = Awaited<ReturnType<typeof startEventBroker>>;

/** A broker with a receiver, and webhooks that send every parameter to it. */
export async function startEventBroker() {
  const receiver = await startReceiver();
  const broker = await startWebhookBroker();

  /** Saves a webhook for these events. */
  const subscribe = (events: readonly string[]) =>
    broker.webhook(receiver.url, events, {}, { body: everyParameter });

  /** The bodies of the next requests, without empty values; waits for `count` of them. */
  const bodies = async (count: number): Promise<Record<string, string>[]> =>
    (await receiver.count(count))
      .splice(0)
      .map(({ body }) => JSON.parse(body) as Record<string, string>)
      .map((body) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '')));

  /** The bodies of the next requests by event, without empty values; waits for `count` of them. */
  const received = async (count: number): Promise<Record<string, object>> =>
    Object.fromEntries((await bodies(count)).map(({ e = '', ...rest }) => [e, rest]));

  /** Publishes a pact of Foo with Bar, with a branch, tags and a build. */
  const publishWithBuild = (version: string, content: string) =>
    broker.request('POST', '/contracts/publish', {
      pacticipantName: 'Foo',
      pacticipantVersionNumber: version,
      branch: 'main',
      tags: ['t1', 't2'],
      buildUrl: 'http://ci/1',
      contracts: [broker.contract('Foo', 'Bar', { content })],
    });

  const shaOf = async (version: string) => {
    const pact = await broker.request('GET', `/pacts/provider/Bar/consumer/Foo/version/${version}`);
    return (pact.body as { _links: { 'pb:pact-version': { name: string } } })._links['pb:pact-version'].name;
  };

  const pactUrl = (sha: string, metadata: string) =>
    `${broker.url}/pacts/provider/Bar/consumer/Foo/pact-version/${sha}/metadata/${Buffer.from(metadata).toString('base64url')}`;

  /** The values of the parameters after `publishWithBuild`, while the pact has no result. */
  const publishedValues = async (version: string) => ({
    ...unknown,
    pu: pactUrl(await shaOf(version), `cvn=${version}&cvt%5B%5D=t1&cvt%5B%5D=t2&w=true`),
    c: 'Foo',
    p: 'Bar',
    cvn: version,
    cvt: 't1, t2',
    cvb: 'main',
    bu: 'http://ci/1',
    ...pending,
  });

  /** URLs of the pacts that these selectors choose for Bar, to send results to. */
  const selected = async (selectors: readonly object[]): Promise<string[]> => {
    const answer = await broker.request('POST', '/pacts/provider/Bar/for-verification', {
      consumerVersionSelectors: selectors,
    });
    const { pacts } = (answer.body as { _embedded: { pacts: { _links: { self: { href: string } } }[] } })
      ._embedded;
    return pacts.map(({ _links }) => _links.self.href);
  };

  /** Publishes a result at the URL of a pact. */
  const verifyAt = (pact: string, result: object) =>
    broker.request('POST', `${pact}/verification-results`, { success: true, ...result });

  return {
    ...broker,
    receiver,
    subscribe,
    bodies,
    received,
    publishWithBuild,
    shaOf,
    pactUrl,
    publishedValues,
    selected,
    verifyAt,
    async close() {
      await broker.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
}
