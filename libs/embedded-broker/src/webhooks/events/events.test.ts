import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pactOf } from '../../../test/broker-client.ts';
import { startWebhookBroker, type WebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver, type Receiver } from '../../../test/webhook-receiver.ts';
import { eventNames } from '../definition/webhook.ts';

/** All parameters, under short names. */
const parameters = {
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
const body = Object.fromEntries(
  Object.entries({ e: 'eventName', ...parameters }).map(([key, name]) => [key, `\${pactbroker.${name}}`]),
);

const pending = { gh: 'pending', bb: 'INPROGRESS', az: 'pending', gl: 'pending' };

describe('Events', () => {
  let broker: WebhookBroker;
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
    broker = await startWebhookBroker();
  });
  afterEach(async () => {
    await broker.close();
    await receiver[Symbol.asyncDispose]();
  });

  /** The bodies of the next requests, by event, without empty values; waits for `count` of them. */
  const received = async (count: number): Promise<Record<string, object>> => {
    const all = (await receiver.count(count)).splice(0);
    return Object.fromEntries(
      all.map((one) => {
        const { e = '', un, ...rest } = JSON.parse(one.body) as Record<string, string>;
        expect(un).toBe('${pactbroker.nonsense}');
        return [e, Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''))];
      }),
    );
  };
  const pactUrl = (sha: string, metadata: string) =>
    `${broker.url}/pacts/provider/Bar/consumer/Foo/pact-version/${sha}/metadata/${Buffer.from(metadata).toString('base64url')}`;
  const shaOf = async (version: string) => {
    const pact = await broker.request('GET', `/pacts/provider/Bar/consumer/Foo/version/${version}`);
    return (pact.body as { _links: { 'pb:pact-version': { name: string } } })._links['pb:pact-version'].name;
  };
  const publish = (version: string, content: string) =>
    broker.request('POST', '/contracts/publish', {
      pacticipantName: 'Foo',
      pacticipantVersionNumber: version,
      branch: 'main',
      tags: ['t1', 't2'],
      buildUrl: 'http://ci/1',
      contracts: [broker.contract('Foo', 'Bar', { content })],
    });

  it('send every parameter with the value of the official broker', async () => {
    await broker.webhook(`${receiver.url}/?n=\${pactbroker.consumerName}`, eventNames, {}, { body });
    await publish('1', 'a');
    const contract = (version: string, sha: string) => ({
      pu: pactUrl(sha, `cvn=${version}&cvt%5B%5D=t1&cvt%5B%5D=t2&w=true`),
      c: 'Foo',
      p: 'Bar',
      cvn: version,
      cvt: 't1, t2',
      cvb: 'main',
      bu: 'http://ci/1',
      ...pending,
    });
    const first = contract('1', await shaOf('1'));
    expect(await received(2)).toEqual({ contract_published: first, contract_content_changed: first });

    await broker.request('PUT', '/pacticipants/Bar/branches/main/versions/p1', {});
    await broker.request('PUT', '/pacticipants/Bar/labels/async', {});
    await publish('2', 'b');
    const sha = await shaOf('2');
    const second = { ...contract('2', sha), pl: 'async' };
    expect(await received(3)).toEqual({
      contract_published: second,
      contract_content_changed: second,
      contract_requiring_verification_published: {
        ...second,
        pvn: 'p1',
        pvb: 'main',
        pvd: 'latest from main branch',
      },
    });

    // A pact that two selectors chose is one commit; its tags are those of the selectors.
    const selection = await broker.request('POST', '/pacts/provider/Bar/for-verification', {
      consumerVersionSelectors: [{ latest: true }, { tag: 't1', latest: true }],
    });
    const { pacts } = (selection.body as { _embedded: { pacts: { _links: { self: { href: string } } }[] } })
      ._embedded;
    await broker.request('POST', `${pacts[0]?._links.self.href}/verification-results`, {
      success: true,
      providerApplicationVersion: 'p1',
      buildUrl: 'http://ci/v',
    });
    const verified = {
      ...second,
      cvt: 't1',
      pvn: 'p1',
      pvb: 'main',
      vru: `${broker.url}/pacts/provider/Bar/consumer/Foo/pact-version/${sha}/verification-results/101`,
      bu: 'http://ci/v',
      gh: 'success',
      bb: 'SUCCESSFUL',
      az: 'succeeded',
      gl: 'success',
    };
    expect(await received(2)).toEqual({
      provider_verification_published: verified,
      provider_verification_succeeded: verified,
    });
    const failed = { gh: 'failure', bb: 'FAILED', az: 'failed', gl: 'failed' };
    await broker.verify('Foo', 'Bar', { consumerVersion: '2', version: 'p2', success: false });
    const { bu: _, pvb: __, ...rest } = { ...verified, cvt: 't1, t2', pvn: 'p2', ...failed };
    const result = { ...rest, vru: verified.vru.replace('101', '102') };
    expect(await received(2)).toEqual({
      provider_verification_published: result,
      provider_verification_failed: result,
    });
  });

  it('of a result name the consumer version of the URL that the result was sent to', async () => {
    await broker.publish('Foo', 'Bar', { tags: ['t1'] });
    await broker.publish('Foo', 'Bar', { version: '2', tags: ['t2'] });
    await broker.webhook(receiver.url, ['provider_verification_published'], {}, { body });
    await broker.request('PUT', '/pacticipants/Foo/versions/1/tags/later', {});
    const url = pactUrl(await shaOf('1'), 'cvn=1&cvt%5B%5D=t1&w=true');
    await broker.request('POST', `${url}/verification-results`, {
      success: true,
      providerApplicationVersion: 'p',
    });
    expect((await received(1))['provider_verification_published']).toMatchObject({
      cvn: '1',
      cvt: 't1',
      pu: pactUrl(await shaOf('1'), 'cvn=1&cvt%5B%5D=t1&cvt%5B%5D=later&w=true'),
    });
  });

  it('of a result occur once for each consumer version that the pact was selected for', async () => {
    await broker.publish('Foo', 'Bar', { branch: 'a' });
    await broker.publish('Foo', 'Bar', { version: '2', branch: 'b' });
    await broker.webhook(receiver.url, ['provider_verification_published'], {}, { body });
    const selection = await broker.request('POST', '/pacts/provider/Bar/for-verification', {
      consumerVersionSelectors: [{ branch: 'a' }, { branch: 'b' }],
    });
    const { pacts } = (selection.body as { _embedded: { pacts: { _links: { self: { href: string } } }[] } })
      ._embedded;
    expect(pacts).toHaveLength(1);
    await broker.request('POST', `${pacts[0]?._links.self.href}/verification-results`, {
      success: true,
      providerApplicationVersion: 'p',
    });
    const numbers = (await receiver.count(2)).map((one) => (JSON.parse(one.body) as { cvn: string }).cvn);
    expect(numbers.toSorted()).toEqual(['1', '2']);
  });

  it('that require a verification occur once for each provider version, with all its reasons', async () => {
    await broker.request('PUT', '/pacticipants/Bar/branches/main/versions/p1', {});
    await broker.request('PUT', '/pacticipants/Bar/branches/main/versions/p2', {});
    await broker.deploy('Bar', 'p1', 'production');
    await broker.deploy('Bar', 'p2', 'test');
    await broker.webhook(receiver.url, ['contract_requiring_verification_published'], {}, { body });
    await broker.publish('Foo', 'Bar');
    const bodies = (await receiver.count(2)).map((one) => JSON.parse(one.body) as Record<string, string>);
    expect(bodies.map(({ pvn, pvd }) => [pvn, pvd]).toSorted()).toEqual([
      ['p1', 'deployed in production'],
      ['p2', 'latest from main branch, deployed in test'],
    ]);
  });

  it('that require a verification occur for each relevant provider version without a result of its own', async () => {
    await broker.publish('Foo', 'Bar');
    for (const version of ['released', 'deployed', 'verified', 'failed', 'gone', 'unsupported', 'other'])
      await broker.request('PUT', `/pacticipants/Bar/versions/${version}`, {});
    for (const version of ['deployed', 'verified', 'failed', 'gone'])
      await broker.deploy('Bar', version, 'test', { applicationInstance: version });
    for (const version of ['released', 'unsupported'])
      await broker.deploy('Bar', version, 'production', {}, 'pb:record-release');
    const live = async (kind: 'deployed' | 'released', version: string, environment: string) => {
      const found = await broker.request('GET', `/pacticipants/Bar/versions/${version}`);
      const links = (found.body as { _links: Record<string, { name: string; href: string }[]> })._links;
      const rel = `pb:${kind}-environments`;
      return links[rel]?.find(({ name }) => name.toLowerCase() === environment)?.href ?? '';
    };
    const merge = { 'content-type': 'application/merge-patch+json' };
    const ended = [
      await broker.request(
        'PATCH',
        await live('deployed', 'gone', 'test'),
        { currentlyDeployed: false },
        merge,
      ),
      await broker.request(
        'PATCH',
        await live('released', 'unsupported', 'production'),
        { currentlySupported: false },
        merge,
      ),
    ];
    expect(ended.map(({ status }) => status)).toEqual([200, 200]);
    await broker.verify('Foo', 'Bar', { version: 'verified' });
    await broker.verify('Foo', 'Bar', { version: 'failed', success: false });
    await broker.verify('Foo', 'Bar', { version: 'other' });
    await broker.webhook(receiver.url, ['contract_requiring_verification_published'], {}, { body });
    // The same content again: the results of the first publication count.
    await broker.publish('Foo', 'Bar', { version: '2' });
    const bodies = (await receiver.count(2)).map((one) => JSON.parse(one.body) as Record<string, string>);
    await broker.finished('success', '2');
    expect(bodies.map(({ pvn, pvd }) => [pvn, pvd]).toSorted()).toEqual([
      ['deployed', 'deployed in test'],
      ['released', 'released in production'],
    ]);
    expect(receiver.requests).toHaveLength(2);
  });

  it('of a contract report the last result of the main branch, else the last of all', async () => {
    await broker.request('PATCH', '/pacticipants/Bar', { mainBranch: 'main' });
    await broker.publish('Foo', 'Bar');
    await broker.webhook(receiver.url, ['contract_published'], {}, { body });
    const publish = async (version: string) => {
      await broker.publish('Foo', 'Bar', { version });
      return (await received(1))['contract_published'];
    };
    expect(await publish('2')).toMatchObject(pending);
    await broker.verify('Foo', 'Bar', { version: 'f1', branch: 'feature', success: true });
    await broker.verify('Foo', 'Bar', { version: 'f2', branch: 'feature', success: false });
    expect(await publish('3')).toMatchObject({ gh: 'failure', pvn: 'f2', pvb: 'feature' });
    await broker.verify('Foo', 'Bar', { version: 'm1', branch: 'main', success: false });
    await broker.verify('Foo', 'Bar', { version: 'm2', branch: 'main', success: true });
    await broker.verify('Foo', 'Bar', { version: 'f3', branch: 'feature', success: false });
    expect(await publish('4')).toMatchObject({ gh: 'success', pvn: 'm2', pvb: 'main' });
  });

  it('of a contract report the labels of each side, and the branch that the version was added to last', async () => {
    await broker.publish('Foo', 'Bar', { branch: 'first' });
    await broker.request('PUT', '/pacticipants/Foo/branches/second/versions/1', {});
    await broker.request('PUT', '/pacticipants/Foo/labels/red', {});
    await broker.request('PUT', '/pacticipants/Foo/labels/round', {});
    await broker.request('PUT', '/pacticipants/Bar/labels/blue', {});
    await broker.webhook(receiver.url, ['contract_published'], {}, { body });
    await broker.request('PUT', '/pacts/provider/Bar/consumer/Foo/version/1', pactOf('Foo', 'Bar', 'x'));
    expect((await received(1))['contract_published']).toMatchObject({
      cl: 'red, round',
      pl: 'blue',
      cvb: 'second',
    });
  });

  it('of changed content occur only when it differs from the content of the version before', async () => {
    await broker.publish('Foo', 'Bar', { content: 'a' });
    await broker.webhook(receiver.url, ['contract_published', 'contract_content_changed'], {}, { body });
    await broker.publish('Foo', 'Bar', { version: '2', content: 'a' });
    expect(Object.keys(await received(1))).toEqual(['contract_published']);
    await broker.publish('Foo', 'Bar', { version: '3', content: 'b' });
    expect(Object.keys(await received(2))).toEqual(['contract_published', 'contract_content_changed']);
  });

  it('are raised each time that a pact is put at its URL', async () => {
    await broker.webhook(receiver.url, ['contract_published', 'contract_content_changed'], {}, { body });
    const put = () =>
      broker.request('PUT', '/pacts/provider/Bar/consumer/Foo/version/1', pactOf('Foo', 'Bar', 'x'));
    await put();
    expect(Object.keys(await received(2))).toEqual(['contract_published', 'contract_content_changed']);
    await put();
    expect(Object.keys(await received(1))).toEqual(['contract_published']);
  });

  it('are reported to the publisher in the official words', async () => {
    const texts = async (version: string) => {
      const answer = await broker.publish('Foo', 'Bar', { version, branch: 'main' });
      return (answer.body as { notices: { text: string }[] }).notices.slice(4).map(({ text }) => text);
    };
    await broker.webhook(receiver.url, ['provider_verification_failed']);
    const addTests =
      '    * Add Pact verification tests to the Bar build. See https://docs.pact.io/go/provider_verification';
    expect(await texts('1')).toEqual([
      '  No enabled webhooks found for the detected events',
      '  Next steps:',
      addTests,
    ]);
    const { uuid } = (await broker.webhook(receiver.url, ['contract_published'])).body as { uuid: string };
    await broker.webhook(receiver.url, ['contract_published'], { description: 'hook "one"' });
    await broker.verify('Foo', 'Bar', { version: 'p' });
    const announced = await texts('2');
    const links = (await broker.triggered('2')).map((one) => one._links['pb:logs']?.href);
    expect(announced).toEqual([
      `  Webhook ${uuid} triggered for event contract_published.\n    View logs at ${links[0]}`,
      `  Webhook "hook \\"one\\"" triggered for event contract_published.\n    View logs at ${links[1]}`,
    ]);
  });

  it('of a refused request trigger no webhook', async () => {
    await broker.webhook(receiver.url, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    await receiver.count(1);
    expect((await broker.publish('Foo', ['Baz', 'Bar'], { content: 'other' })).status).toBe(409);
    await broker.publish('Foo', 'Bar', { version: '2' });
    await broker.finished('success', '2');
    expect(receiver.requests).toHaveLength(2);
  });
});
