import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('A pact that was replaced under the same version', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    // The second contract is merged into the first, whose place the whole takes.
    for (const content of ['old', 'new'])
      await broker.publish('Con', 'Prov', { content, merge: true, branch: 'main', tags: ['dev'] });
    await broker.deploy('Con', '1', 'production');
  });
  afterAll(() => broker.close());

  it.each([
    { latest: true },
    { mainBranch: true },
    { branch: 'main' },
    { branch: 'main', latest: true },
    { matchingBranch: true },
    { tag: 'dev' },
    { tag: 'dev', latest: true },
    { tag: 'none', latest: true, fallbackTag: 'dev' },
    { deployed: true },
    { deployedOrReleased: true, environment: 'production' },
    { consumer: 'Con', tag: 'dev' },
  ])('is verified as it is now, and once, where %j is asked for', async (selector) => {
    const { body } = await broker.request('POST', '/pacts/provider/Prov/for-verification', {
      consumerVersionSelectors: [selector],
      providerVersionBranch: 'main',
    });
    const { pacts } = (body as { _embedded: { pacts: { _links: { self: { href: string } } }[] } })._embedded;
    expect(pacts).toHaveLength(1);
    const path = new URL(pacts[0]!._links.self.href).pathname;
    const { body: pact } = await broker.request('GET', path);
    expect((pact as { interactions: object[] }).interactions).toHaveLength(2);
  });
});
