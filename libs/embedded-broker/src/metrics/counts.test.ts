import { expect, it } from '@jest/globals';
import { pactOf, startTestBroker, type TestBroker } from '../../test/broker-client.ts';

const started = Date.UTC(2026, 0, 1);

const metrics = async (broker: TestBroker) => (await broker.request('GET', '/metrics')).body;
const end = (broker: TestBroker, { body }: { readonly body: unknown }, over: object) =>
  broker.request('PATCH', (body as { _links: { self: { href: string } } })._links.self.href, over, {
    'content-type': 'application/merge-patch+json',
  });

it('counts revisions for each pact of a version, not for all of its providers together', async () => {
  await using broker = await startTestBroker({ settings: { allowDangerousContractModification: true } });
  await broker.publish('C', ['P', 'Q']);
  await broker.publish('C', 'P', { version: '2' });
  expect(await metrics(broker)).toMatchObject({
    pactRevisionsPerConsumerVersion: { distribution: { 1: 3 } },
  });
  for (const content of ['y', 'z'])
    await broker.request('PUT', '/pacts/provider/P/consumer/C/version/1', pactOf('C', 'P', content));
  expect(await metrics(broker)).toMatchObject({
    pactRevisionsPerConsumerVersion: { distribution: { 1: 2, 3: 1 } },
    pactPublications: { count: 5 },
    integrations: { count: 2 },
  });
});

it('counts interactions and messages of the last pact of each integration alone', async () => {
  await using broker = await startTestBroker();
  const { interactions } = pactOf('C', 'P', 'x') as { interactions: object[] };
  const put = (version: string, provider: string, content: object) =>
    broker.request('PUT', `/pacts/provider/${provider}/consumer/C/version/${version}`, content);
  await put('1', 'P', { interactions: [...interactions, { ...interactions[0], description: 'another' }] });
  await put('2', 'P', { interactions });
  await put('1', 'Q', { messages: [{ description: 'm', contents: {} }] });
  expect(await metrics(broker)).toMatchObject({
    interactions: {
      latestInteractionsCount: 1,
      latestMessagesCount: 1,
      latestInteractionsAndMessagesCount: 2,
    },
  });
});

it('counts ended deployments and releases apart from current ones', async () => {
  await using broker = await startTestBroker();
  for (const version of ['1', '2']) await broker.publish('C', 'P', { version });
  const counts = async () => {
    const { deployedVersions: d, releasedVersions: r } = (await metrics(broker)) as Record<
      string,
      Record<string, number>
    >;
    return [d?.['count'], d?.['currentlyDeployedCount'], r?.['count'], r?.['currentlySupportedCount']];
  };
  const first = await broker.deploy('C', '1', 'test', { applicationInstance: 'blue' });
  await broker.deploy('C', '1', 'production');
  expect(await counts()).toEqual([2, 2, 0, 0]);
  await broker.deploy('C', '2', 'production');
  expect(await counts()).toEqual([3, 2, 0, 0]);
  await end(broker, first, { currentlyDeployed: false });
  expect(await counts()).toEqual([3, 1, 0, 0]);
  const release = await broker.deploy('C', '1', 'production', {}, 'pb:record-release');
  await broker.deploy('C', '2', 'production', {}, 'pb:record-release');
  expect(await counts()).toEqual([3, 1, 2, 2]);
  await end(broker, release, { currentlySupported: false });
  expect(await counts()).toEqual([3, 1, 2, 1]);
});

it('counts deployments that a tag made apart from recorded ones', async () => {
  await using broker = await startTestBroker();
  await broker.publish('C', 'P');
  await broker.request('PUT', '/pacticipants/C/versions/1/tags/production', {});
  await broker.deploy('C', '1', 'test');
  expect(await metrics(broker)).toMatchObject({ deployedVersions: { count: 2, userCreatedCount: 1 } });
});

it('counts branches that somebody named, and all of them', async () => {
  await using broker = await startTestBroker();
  await broker.publish('C', 'P', { branch: 'main' });
  await broker.request('PUT', '/pacticipants/C/branches/feat/versions/1', {});
  await broker.publish('D', 'P', { tags: ['dev'] });
  await broker.publish('E', 'P');
  expect(await metrics(broker)).toMatchObject({
    pacticipants: { count: 4, withMainBranchSetCount: 1 },
    pacticipantVersions: { count: 3, withUserCreatedBranchCount: 1, withBranchCount: 2 },
  });
});

it('counts a tag of two pacticipants once, and once for each', async () => {
  await using broker = await startTestBroker();
  for (const [name, version] of [
    ['C', '1'],
    ['C', '2'],
    ['D', '1'],
  ] as const)
    await broker.publish(name, 'P', { version, tags: ['dev'] });
  expect(await metrics(broker)).toMatchObject({
    tags: { count: 3, distinctCount: 1, distinctWithPacticipantCount: 2 },
  });
});

it('counts results by what they say, and for each content', async () => {
  await using broker = await startTestBroker();
  await broker.publish('C', 'P', { content: 'x' });
  await broker.publish('C', 'P', { version: '2', content: 'y' });
  for (const [version, success, consumerVersion] of [
    ['1', true, '1'],
    ['1', true, '1'],
    ['1', false, '1'],
    ['2', true, '1'],
    ['1', true, '2'],
  ] as const)
    await broker.verify('C', 'P', { version, success, consumerVersion });
  expect(await metrics(broker)).toMatchObject({
    verificationResults: { count: 5, successCount: 4, failureCount: 1, distinctCount: 4 },
    verificationResultsPerPactVersion: { distribution: { 1: 1, 4: 1 } },
    pactVersions: { count: 2 },
  });
});

it('says when the first and the last was stored', async () => {
  let now = started;
  await using broker = await startTestBroker({ clock: () => new Date(now) });
  const later = () => (now += 86_400_000);
  await broker.publish('C', 'P');
  later();
  await broker.publish('C', 'P', { version: '2' });
  later();
  await broker.verify('C', 'P', { version: '1' });
  later();
  await broker.verify('C', 'P', { version: '2' });
  expect(await metrics(broker)).toMatchObject({
    pactPublications: { first: '2026-01-01T00:00:00+00:00', last: '2026-01-02T00:00:00+00:00' },
    verificationResults: { first: '2026-01-03T00:00:00+00:00', last: '2026-01-04T00:00:00+00:00' },
  });
});
