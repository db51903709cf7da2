import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('The head of a branch', () => {
  let broker: TestBroker;
  let pacticipants = 0;
  beforeAll(async () => {
    broker = await startTestBroker();
  });
  afterAll(() => broker.close());

  /** A pacticipant with versions 1 to 5, put on branch `b` (and others) in the order that is given. */
  const consumer = async (...joined: string[]) => {
    const name = `Con${++pacticipants}`;
    for (const version of ['1', '2', '3', '4', '5'])
      await broker.publish(name, `Prov${pacticipants}`, { version, content: version });
    const ask = (method: string, path: string) =>
      broker.request(method, `/pacticipants/${name}/${path}`, method === 'PUT' ? {} : undefined);
    for (const version of joined) await ask('PUT', `branches/b/versions/${version}`);
    const head = async () => {
      const { status, body } = await ask('GET', 'branches/b/latest-version');
      return status === 200 ? (body as { number: string }).number : status;
    };
    return { name, provider: `Prov${pacticipants}`, ask, head };
  };

  it.each([
    ['is the version that came to it last, though a newer one is on it', ['4', '2', '3'], '3'],
    ['stays when a version that is on it is put on it again', ['2', '3', '2'], '3'],
    ['is the only one', ['1'], '1'],
  ])('%s', async (_, joined, expected) => {
    const { head } = await consumer(...joined);
    expect(await head()).toBe(expected);
  });

  it.each([
    ['branches/b/versions/2', '3'],
    ['branches/b/versions/3', '4'],
    ['branches/b', 404],
    ['versions/2', '3'],
    ['versions/3', '4'],
    ['versions/5', '3'],
  ])('is, where 2, 4 and 3 came to it in this order and %s is deleted, %s', async (path, expected) => {
    const { ask, head } = await consumer('2', '4', '3');
    expect((await ask('DELETE', path)).status).toBe(204);
    expect(await head()).toBe(expected);
  });

  it('that is deleted leaves the pact of the version before it for verification', async () => {
    const { name, provider, ask } = await consumer('1', '3');
    const forBranch = async () => {
      const { body } = await broker.request('POST', `/pacts/provider/${provider}/for-verification`, {
        consumerVersionSelectors: [{ branch: 'b' }],
      });
      const { pacts } = (body as { _embedded: { pacts: { _links: { self: { name: string } } }[] } })
        ._embedded;
      return pacts.map(({ _links }) => _links.self.name);
    };
    const pact = (version: string) => [`Pact between ${name} (${version}) and ${provider}`];
    expect(await forBranch()).toEqual(pact('3'));
    await ask('DELETE', 'versions/3');
    expect(await forBranch()).toEqual(pact('1'));
    await ask('DELETE', 'branches/b/versions/1');
    expect(await forBranch()).toEqual([]);
  });

  it('is shown with the version, the branches in the order in which it came to them', async () => {
    const { ask } = await consumer('1', '2');
    for (const branch of ['z', 'a']) await ask('PUT', `branches/${branch}/versions/1`);
    const branches = async (version: string) => {
      const { body } = await ask('GET', `versions/${version}`);
      return (
        body as { _embedded: { branchVersions: { name: string; latest: boolean }[] } }
      )._embedded.branchVersions.map(({ name, latest }) => [name, latest]);
    };
    expect(await branches('1')).toEqual([
      ['b', false],
      ['z', true],
      ['a', true],
    ]);
    expect(await branches('2')).toEqual([['b', true]]);
  });
});
