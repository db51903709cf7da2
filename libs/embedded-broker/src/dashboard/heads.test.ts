import { expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

interface Item {
  readonly consumer: { readonly version: { readonly number: string } };
  readonly pactTags: readonly { readonly name: string }[];
  readonly verificationStatus: string;
  readonly latestVerificationResultTags: readonly { readonly name: string }[];
}

const items = async (broker: TestBroker, path = '/dashboard/provider/P/consumer/C') =>
  ((await broker.request('GET', path)).body as { items: Item[] }).items;
const versions = async (broker: TestBroker) =>
  (await items(broker)).map(({ consumer }) => consumer.version.number).sort();
const end = (broker: TestBroker, { body }: { readonly body: unknown }, over: object) =>
  broker.request('PATCH', (body as { _links: { self: { href: string } } })._links.self.href, over, {
    'content-type': 'application/merge-patch+json',
  });

async function withVersions(count: number): Promise<TestBroker> {
  const broker = await startTestBroker();
  for (let version = 1; version <= count; version++)
    await broker.publish('C', 'P', { version: String(version), content: version });
  return broker;
}

it.each([
  ['deployed', {}, 'pb:record-deployment', { currentlyDeployed: false }],
  ['released', {}, 'pb:record-release', { currentlySupported: false }],
])('a version that is %s is on the dashboard for as long as it is', async (_, body, rel, over) => {
  await using broker = await withVersions(3);
  expect(await versions(broker)).toEqual(['3']);
  const recorded = await broker.deploy('C', '1', 'production', body, rel);
  expect(await versions(broker)).toEqual(['1', '3']);
  await end(broker, recorded, over);
  expect(await versions(broker)).toEqual(['3']);
});

it('a tag’s last pact is on the dashboard, with the tag, and an older one is not', async () => {
  await using broker = await withVersions(3);
  const tag = (version: string, name: string) =>
    broker.request('PUT', `/pacticipants/C/versions/${version}/tags/${name}`, {});
  await tag('2', 'dev');
  await tag('1', 'dev');
  await tag('1', 'old');
  const shown = (await items(broker)).map(({ consumer, pactTags }) => [
    consumer.version.number,
    pactTags.map(({ name }) => name),
  ]);
  expect(shown).toEqual([
    ['3', []],
    ['2', ['dev']],
    ['1', ['old']],
  ]);
});

it('a tag’s last pact with this provider counts where its last version has none', async () => {
  await using broker = await startTestBroker();
  await broker.publish('C', 'P', { version: '1', tags: ['dev'] });
  await broker.publish('C', 'Q', { version: '2', tags: ['dev'] });
  expect((await items(broker)).map(({ pactTags }) => pactTags.map(({ name }) => name))).toEqual([['dev']]);
});

it('the last result for a content counts, also of an older provider version', async () => {
  await using broker = await withVersions(1);
  for (const version of ['1', '2']) await broker.request('PUT', `/pacticipants/P/versions/${version}`, {});
  await broker.verify('C', 'P', { version: '2', success: true });
  await broker.verify('C', 'P', { version: '1', success: false });
  expect((await items(broker)).map(({ verificationStatus }) => verificationStatus)).toEqual(['failed']);
});

it('the provider’s tags are those that its version is the last of', async () => {
  await using broker = await withVersions(1);
  await broker.verify('C', 'P', { version: '1' });
  for (const [version, tag] of [
    ['1', 'prod'],
    ['1', 'dev'],
    ['2', 'dev'],
  ])
    await broker.request('PUT', `/pacticipants/P/versions/${version}/tags/${tag}`, {});
  expect(
    (await items(broker)).map((item) => item.latestVerificationResultTags.map(({ name }) => name)),
  ).toEqual([['prod']]);
});

it('so many are shown where no page is asked for, and more only page by page', async () => {
  await using broker = await startTestBroker();
  await broker.publish(
    'C',
    Array.from({ length: 31 }, (_, index) => `P${index}`),
  );
  expect(await items(broker, '/dashboard')).toHaveLength(30);
  expect(await items(broker, '/dashboard?page=2&size=30')).toHaveLength(1);
  expect(await items(broker, '/dashboard?size=31')).toHaveLength(31);
});

it('an integration’s own dashboard has nothing of another consumer or provider', async () => {
  await using broker = await startTestBroker();
  await broker.publish('C', ['P', 'Q'], { tags: ['dev'] });
  await broker.publish('D', 'P', { tags: ['dev'] });
  for (const name of ['C', 'D']) await broker.deploy(name, '1', 'test');
  expect(await items(broker)).toHaveLength(1);
  expect(await items(broker, '/dashboard')).toHaveLength(3);
});

it('what was verified since comes before what was only published', async () => {
  let now = Date.UTC(2026, 0, 1);
  await using broker = await startTestBroker({ clock: () => new Date((now += 1000)) });
  await broker.publish('Z', 'P');
  await broker.publish('B', 'P');
  await broker.verify('Z', 'P', { version: '1' });
  const { body } = await broker.request('GET', '/dashboard');
  const { items: shown } = body as { items: { consumer: { name: string } }[] };
  expect(shown.map(({ consumer }) => consumer.name)).toEqual(['Z', 'B']);
});
