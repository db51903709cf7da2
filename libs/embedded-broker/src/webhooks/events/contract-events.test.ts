import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pactOf } from '../../../test/broker-client.ts';
import { pending, startEventBroker, type EventBroker } from '../../../test/event-broker.ts';
import { eventNames } from '../definition/webhook.ts';

describe('The events of a contract', () => {
  let broker: EventBroker;
  beforeEach(async () => {
    broker = await startEventBroker();
  });
  afterEach(() => broker.close());

  it('send every parameter with the value of the official broker', async () => {
    await broker.subscribe(eventNames);
    await broker.publishWithBuild('1', 'a');
    const first = await broker.publishedValues('1');
    expect(await broker.received(2)).toEqual({ contract_published: first, contract_content_changed: first });

    await broker.request('PUT', '/pacticipants/Bar/branches/main/versions/p1', {});
    await broker.request('PUT', '/pacticipants/Bar/labels/async', {});
    await broker.publishWithBuild('2', 'b');
    const second = { ...(await broker.publishedValues('2')), pl: 'async' };
    expect(await broker.received(3)).toEqual({
      contract_published: second,
      contract_content_changed: second,
      contract_requiring_verification_published: {
        ...second,
        pvn: 'p1',
        pvb: 'main',
        pvd: 'latest from main branch',
      },
    });
  });

  it('that require a verification occur once for each provider version, with all its reasons', async () => {
    await broker.request('PUT', '/pacticipants/Bar/branches/main/versions/p1', {});
    await broker.request('PUT', '/pacticipants/Bar/branches/main/versions/p2', {});
    await broker.deploy('Bar', 'p1', 'production');
    await broker.deploy('Bar', 'p2', 'test');
    await broker.subscribe(['contract_requiring_verification_published']);
    await broker.publish('Foo', 'Bar');
    const bodies = await broker.bodies(2);
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
    await broker.subscribe(['contract_requiring_verification_published']);
    // The same content again: the results of the first publication count.
    await broker.publish('Foo', 'Bar', { version: '2' });
    const bodies = await broker.bodies(2);
    await broker.finished('success', '2');
    expect(bodies.map(({ pvn, pvd }) => [pvn, pvd]).toSorted()).toEqual([
      ['deployed', 'deployed in test'],
      ['released', 'released in production'],
    ]);
    expect(broker.receiver.requests).toEqual([]);
  });

  it('report the last result of the main branch, else the last of all', async () => {
    await broker.request('PATCH', '/pacticipants/Bar', { mainBranch: 'main' });
    await broker.publish('Foo', 'Bar');
    await broker.subscribe(['contract_published']);
    const publish = async (version: string) => {
      await broker.publish('Foo', 'Bar', { version });
      return (await broker.received(1))['contract_published'];
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

  it('report the labels of each side, and the branch that the version was added to last', async () => {
    await broker.publish('Foo', 'Bar', { branch: 'first' });
    await broker.request('PUT', '/pacticipants/Foo/branches/second/versions/1', {});
    await broker.request('PUT', '/pacticipants/Foo/labels/red', {});
    await broker.request('PUT', '/pacticipants/Foo/labels/round', {});
    await broker.request('PUT', '/pacticipants/Bar/labels/blue', {});
    await broker.subscribe(['contract_published']);
    await broker.request('PUT', '/pacts/provider/Bar/consumer/Foo/version/1', pactOf('Foo', 'Bar', 'x'));
    expect((await broker.received(1))['contract_published']).toMatchObject({
      cl: 'red, round',
      pl: 'blue',
      cvb: 'second',
    });
  });

  it('of changed content occur only when it differs from the content of the version before', async () => {
    await broker.publish('Foo', 'Bar', { content: 'a' });
    await broker.subscribe(['contract_published', 'contract_content_changed']);
    await broker.publish('Foo', 'Bar', { version: '2', content: 'a' });
    expect(Object.keys(await broker.received(1))).toEqual(['contract_published']);
    await broker.publish('Foo', 'Bar', { version: '3', content: 'b' });
    expect(Object.keys(await broker.received(2))).toEqual(['contract_published', 'contract_content_changed']);
  });

  it('are raised each time that a pact is put at its URL', async () => {
    await broker.subscribe(['contract_published', 'contract_content_changed']);
    const put = () =>
      broker.request('PUT', '/pacts/provider/Bar/consumer/Foo/version/1', pactOf('Foo', 'Bar', 'x'));
    await put();
    expect(Object.keys(await broker.received(2))).toEqual(['contract_published', 'contract_content_changed']);
    await put();
    expect(Object.keys(await broker.received(1))).toEqual(['contract_published']);
  });

  it('are reported to the publisher in the official words', async () => {
    const texts = async (version: string) => {
      const answer = await broker.publish('Foo', 'Bar', { version, branch: 'main' });
      return (answer.body as { notices: { text: string }[] }).notices.slice(4).map(({ text }) => text);
    };
    await broker.webhook(broker.receiver.url, ['provider_verification_failed']);
    const addTests =
      '    * Add Pact verification tests to the Bar build. See https://docs.pact.io/go/provider_verification';
    expect(await texts('1')).toEqual([
      '  No enabled webhooks found for the detected events',
      '  Next steps:',
      addTests,
    ]);
    const { uuid } = (await broker.webhook(broker.receiver.url, ['contract_published'])).body as {
      uuid: string;
    };
    await broker.webhook(broker.receiver.url, ['contract_published'], { description: 'hook "one"' });
    await broker.verify('Foo', 'Bar', { version: 'p' });
    const announced = await texts('2');
    const links = (await broker.triggered('2')).map((one) => one._links['pb:logs']?.href);
    expect(announced).toEqual([
      `  Webhook ${uuid} triggered for event contract_published.\n    View logs at ${links[0]}`,
      `  Webhook "hook \\"one\\"" triggered for event contract_published.\n    View logs at ${links[1]}`,
    ]);
  });

  it('of a refused request trigger no webhook', async () => {
    await broker.webhook(broker.receiver.url, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    await broker.receiver.count(1);
    expect((await broker.publish('Foo', ['Baz', 'Bar'], { content: 'other' })).status).toBe(409);
    await broker.publish('Foo', 'Bar', { version: '2' });
    await broker.finished('success', '2');
    expect(broker.receiver.requests).toHaveLength(2);
  });
});
