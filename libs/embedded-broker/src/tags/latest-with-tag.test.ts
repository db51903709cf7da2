import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('The latest version with a tag', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    for (const version of ['1', '2', '3'])
      await broker.request('PUT', `/pacticipants/Con/versions/${version}`, {});
    for (const version of ['2', '1', '3']) await tag('PUT', version);
  });
  afterEach(() => broker.close());

  const tag = (method: string, version: string) =>
    broker.request(
      method,
      `/pacticipants/Con/versions/${version}/tags/prod`,
      method === 'PUT' ? {} : undefined,
    );
  const latest = async () => {
    const { status, body } = await broker.request('GET', '/pacticipants/Con/latest-version/prod');
    return status === 200 ? (body as { number: string }).number : status;
  };

  it('is the last created of those that have it, whichever was tagged last', async () => {
    await tag('DELETE', '3');
    expect(await latest()).toBe('2');
    await tag('PUT', '1');
    expect(await latest()).toBe('2');
    await tag('PUT', '3');
    expect(await latest()).toBe('3');
  });

  it('stays when an older version gets the tag later, everywhere that it is asked for', async () => {
    for (const version of ['1', '2', '3']) {
      await broker.publish('App', 'Prov', { version, content: version });
      await broker.verify('App', 'Prov', {
        consumerVersion: version,
        version: '10',
        success: version === '2',
      });
    }
    const tagged = (version: string) =>
      broker.request('PUT', `/pacticipants/App/versions/${version}/tags/qa`, {});
    await tagged('2');
    await tagged('1');
    const number = await broker.request('GET', '/pacticipants/App/latest-version/qa');
    expect(number.body).toMatchObject({ number: '2' });
    const pact = await broker.request('GET', '/pacts/provider/Prov/consumer/App/latest/qa');
    expect(pact.headers.get('x-pact-consumer-version')).toBe('2');
    const selector = 'q[][pacticipant]=App&q[][tag]=qa&q[][latest]=true&latestby=cvp&latest=true';
    expect(await broker.matrix(selector)).toMatchObject({ deployable: true, rows: ['App 2 Prov 10 true'] });
    const badge = await broker.request(
      'GET',
      '/pacts/provider/Prov/consumer/App/latest/qa/badge.svg',
      undefined,
      { accept: '*/*' },
    );
    expect(badge.text).toContain('verified');
    const selected = await broker.request('POST', '/pacts/provider/Prov/for-verification', {
      consumerVersionSelectors: [{ tag: 'qa', latest: true }],
    });
    expect(selected.body).toMatchObject({
      _embedded: { pacts: [{ _links: { self: { name: 'Pact between App (2) and Prov' } } }] },
    });
  });

  it('falls back when that version goes, and is gone with the last one', async () => {
    await broker.request('PUT', '/pacticipants/Other/versions/9/tags/prod', {});
    await broker.request('DELETE', '/pacticipants/Con/versions/3');
    expect(await latest()).toBe('2');
    await broker.request('DELETE', '/pacticipants/Con/versions/2');
    await tag('DELETE', '1');
    expect(await latest()).toBe(404);
    await tag('PUT', '1');
    expect(await latest()).toBe('1');
  });
});
