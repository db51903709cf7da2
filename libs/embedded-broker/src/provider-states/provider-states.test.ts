import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

/** A pact whose interactions or messages each need these states. */
const pact = (...entries: unknown[]) => ({ interactions: entries });

describe('The states of a provider', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    await publish('A', '1', 'main', pact({ providerState: 'a user' }));
    await publish('A', '2', 'feat', pact({ providerState: 'no user' }));
    await publish(
      'A',
      '3',
      'main',
      pact({ providerState: 'a user' }, { providerState: 'a user' }, {}, null, 1, 'x'),
    );
    await publish(
      'B',
      '1',
      'main',
      pact({ providerStates: [{ name: 'z' }, { name: 'a user', params: { id: 1 } }] }, { providerState: 5 }),
    );
    await publish('C', '1', 'main', {
      messages: [{ providerStates: [{ name: 'a user' }] }],
      interactions: 'no',
    });
    await publish('D', '1', 'main', [1]);
    await broker.request('POST', '/environments', { name: 'staging', production: false });
    await broker.deploy('A', '2', 'staging');
  });
  afterAll(() => broker.close());

  const publish = async (consumer: string, version: string, branch: string, content: object) => {
    await broker.request('PUT', `/pacticipants/${consumer}/branches/${branch}/versions/${version}`, {});
    await broker.request('PUT', `/pacts/provider/P/consumer/${consumer}/version/${version}`, content);
  };
  const states = async (path = '') => {
    const { status, body } = await broker.request('GET', `/pacts/provider/P/provider-states${path}`);
    expect(status).toBe(200);
    return (body as { providerStates: object[] }).providerStates;
  };

  it('are those of the main branches, each once per set of parameters', async () => {
    expect(await states()).toEqual([
      { name: 'a user', consumers: ['A', 'C'] },
      { name: 'a user', params: { id: 1 }, consumers: ['B'] },
      { name: 'z', consumers: ['B'] },
    ]);
  });

  it('can be those of a branch or an environment', async () => {
    expect(await states('/branch/feat')).toEqual([{ name: 'no user', consumers: ['A'] }]);
    expect(await states('/branch/none')).toEqual([]);
    expect(await states('/environment/staging')).toEqual([{ name: 'no user', consumers: ['A'] }]);
    expect(await states('/environment/none')).toEqual([]);
  });

  it('of an environment are those of what is deployed or released there now', async () => {
    const at = (version: string) => ({ interactions: [{ providerState: `of ${version}` }] });
    for (const version of ['1', '2', '3', '4']) await publish('E', version, 'main', at(version));
    await broker.request('POST', '/environments', { name: 'live', production: true });
    await broker.deploy('E', '1', 'live');
    await broker.deploy('E', '2', 'live');
    const released = await broker.deploy('E', '3', 'live', {}, 'pb:record-release');
    await broker.deploy('E', '4', 'staging', {}, 'pb:record-release');
    const shown = async () =>
      (await states('/environment/live')).map((state) => (state as { name: string }).name);
    expect(await shown()).toEqual(['of 2', 'of 3']);
    await broker.request(
      'PATCH',
      (released.body as { _links: { self: { href: string } } })._links.self.href,
      { currentlySupported: false },
      { 'content-type': 'application/merge-patch+json' },
    );
    expect(await shown()).toEqual(['of 2']);
    await broker.request('DELETE', '/pacticipants/E');
  });

  it('are those of the last revision of a pact, of one provider', async () => {
    await using changing = await startTestBroker({ settings: { allowDangerousContractModification: true } });
    const put = (provider: string, name: string) =>
      changing.request('PUT', `/pacts/provider/${provider}/consumer/F/version/1`, {
        interactions: [{ description: name, providerState: name }],
      });
    await changing.request('PUT', '/pacticipants/F/branches/main/versions/1', {});
    await put('R', 'first');
    await put('R', 'second');
    await put('S', 'other');
    await changing.deploy('F', '1', 'production');
    for (const path of ['', '/branch/main', '/environment/production']) {
      const { body } = await changing.request('GET', `/pacts/provider/R/provider-states${path}`);
      expect(body).toEqual({ providerStates: [{ name: 'second', consumers: ['F'] }] });
    }
  });

  it('keep the numbers of their parameters as they are spelled', async () => {
    await broker.request(
      'PUT',
      '/pacts/provider/Q/consumer/A/version/4',
      '{"interactions":[{"providerStates":[{"name":"s","params":{"n":1.0,"big":12345678901234567890}}]}]}',
    );
    await broker.request('PUT', '/pacticipants/A/branches/main/versions/4', {});
    const { text } = await broker.request('GET', '/pacts/provider/Q/provider-states');
    expect(text).toBe(
      '{"providerStates":[{"name":"s","params":{"n":1.0,"big":12345678901234567890},"consumers":["A"]}]}',
    );
  });

  it('of nobody are not found', async () => {
    const { status, body } = await broker.request('GET', '/pacts/provider/Zip/provider-states');
    expect([status, body]).toEqual([404, { error: "No provider with name 'Zip' found" }]);
  });
});
