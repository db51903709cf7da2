import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEventBroker, type EventBroker } from '../../../test/event-broker.ts';
import { eventNames } from '../definition/webhook.ts';

describe('The events of a result', () => {
  let broker: EventBroker;
  beforeEach(async () => {
    broker = await startEventBroker();
  });
  afterEach(() => broker.close());

  it('send every parameter with the value of the official broker', async () => {
    await broker.request('PUT', '/pacticipants/Bar/branches/main/versions/p1', {});
    await broker.publishWithBuild('1', 'a');
    await broker.subscribe(eventNames);
    // A pact that two selectors chose is one commit; its tags are those of the selectors.
    const [pact = ''] = await broker.selected([{ latest: true }, { tag: 't1', latest: true }]);
    await broker.verifyAt(pact, { providerApplicationVersion: 'p1', buildUrl: 'http://ci/v' });
    const verified = {
      ...(await broker.publishedValues('1')),
      cvt: 't1',
      pvn: 'p1',
      pvb: 'main',
      vru: `${broker.url}/pacts/provider/Bar/consumer/Foo/pact-version/${await broker.shaOf('1')}/verification-results/101`,
      bu: 'http://ci/v',
      gh: 'success',
      bb: 'SUCCESSFUL',
      az: 'succeeded',
      gl: 'success',
    };
    expect(await broker.received(2)).toEqual({
      provider_verification_published: verified,
      provider_verification_succeeded: verified,
    });
    await broker.verify('Foo', 'Bar', { version: 'p2', success: false });
    const failure = { gh: 'failure', bb: 'FAILED', az: 'failed', gl: 'failed' };
    const { bu: _, pvb: __, ...rest } = { ...verified, cvt: 't1, t2', pvn: 'p2', ...failure };
    const failed = { ...rest, vru: verified.vru.replace('101', '102') };
    expect(await broker.received(2)).toEqual({
      provider_verification_published: failed,
      provider_verification_failed: failed,
    });
  });

  it('name the consumer version of the URL that the result was sent to', async () => {
    await broker.publish('Foo', 'Bar', { tags: ['t1'] });
    await broker.publish('Foo', 'Bar', { version: '2', tags: ['t2'] });
    await broker.subscribe(['provider_verification_published']);
    await broker.request('PUT', '/pacticipants/Foo/versions/1/tags/later', {});
    const sha = await broker.shaOf('1');
    const pact = broker.pactUrl(sha, 'cvn=1&cvt%5B%5D=t1&w=true');
    await broker.verifyAt(pact, { providerApplicationVersion: 'p' });
    expect(await broker.received(1)).toMatchObject({
      provider_verification_published: {
        cvn: '1',
        cvt: 't1',
        pu: broker.pactUrl(sha, 'cvn=1&cvt%5B%5D=t1&cvt%5B%5D=later&w=true'),
      },
    });
  });

  it('occur once for each consumer version that the pact was selected for', async () => {
    await broker.publish('Foo', 'Bar', { branch: 'a' });
    await broker.publish('Foo', 'Bar', { version: '2', branch: 'b' });
    await broker.subscribe(['provider_verification_published']);
    const pacts = await broker.selected([{ branch: 'a' }, { branch: 'b' }]);
    expect(pacts).toHaveLength(1);
    await broker.verifyAt(pacts[0] ?? '', { providerApplicationVersion: 'p' });
    expect((await broker.bodies(2)).map(({ cvn }) => cvn).toSorted()).toEqual(['1', '2']);
  });
});
