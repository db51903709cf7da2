import { pactOf, type TestBroker } from './broker-client.ts';

/**
 * What badges, dashboards and lists are asked about in tests: pacts in every state. The official broker was given the
 * same, so that its answers are what those tests expect.
 */
export async function publishScenario(broker: TestBroker): Promise<void> {
  const put = (path: string) => broker.request('PUT', `/pacticipants/${path}`, {});
  await broker.publish('Web App', 'User API', { version: '1', branch: 'main', tags: ['dev'], content: 'a1' });
  await put('User%20API/branches/main/versions/p1');
  await put('User%20API/versions/p1/tags/prod');
  await broker.verify('Web App', 'User API', { version: 'p1' });
  const changed = { version: '2', branch: 'feat', tags: ['dev', 'feat'], content: 'a2' };
  await broker.publish('Web App', 'User API', changed);
  await broker.publish('Web App', 'User API', { version: '3', branch: 'main', content: 'a2' });
  await put('User%20API/branches/feat/versions/p2');
  await broker.verify('Web App', 'User API', { consumerVersion: '2', version: 'p2', success: false });

  await broker.publish('Mobile', 'User API', { version: '1', branch: 'main', content: 'b1' });
  await broker.verify('Mobile', 'User API', { version: 'p1' });
  await broker.publish('Mobile', 'User API', { version: '2', branch: 'main', content: 'b2' });

  await broker.publish('my-camelCase', 'Other_svc', { content: 'c1' });

  await broker.publish('Pend', 'User API', { branch: 'main', content: 'd1' });
  await verifyPending(broker);

  await publishMessages(broker);
  await broker.publish('User API', 'DB', { version: 'p3', branch: 'main', content: 'f' });
  await broker.request('POST', '/environments', { name: 'staging', production: false });
  await broker.deploy('Web App', '1', 'staging');
  await broker.deploy('User API', 'p1', 'staging');
}

/** A failure of a pact that was pending when it was verified. */
async function verifyPending(broker: TestBroker): Promise<void> {
  const { body } = await broker.request('GET', '/pacts/provider/User%20API/consumer/Pend/version/1');
  const { _links } = body as { _links: Record<string, { href: string }> };
  const pending = `/metadata/${Buffer.from('p=true').toString('base64url')}/verification-results`;
  const url = _links['pb:publish-verification-results']?.href.replace('/verification-results', pending);
  await broker.request('POST', url ?? '', { success: false, providerApplicationVersion: 'p1' });
}

async function publishMessages(broker: TestBroker): Promise<void> {
  const pact = {
    ...pactOf('Lone', 'Island', 'e'),
    interactions: undefined,
    messages: [
      {
        description: 'm',
        providerStates: [{ name: 'z state', params: { a: 1 } }, { name: 'a state' }],
        contents: {},
      },
    ],
  };
  await broker.request('PUT', '/pacts/provider/Island/consumer/Lone/version/1', pact);
}
