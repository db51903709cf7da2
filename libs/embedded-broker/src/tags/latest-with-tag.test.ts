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
