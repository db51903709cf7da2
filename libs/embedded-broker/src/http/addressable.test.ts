import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestBroker, type Answer, type TestBroker } from '../../test/broker-client.ts';
import { addressErrors } from './addressable.ts';

/** What clients, proxies or this broker make another path of. */
const unaddressable = [
  ['a dot', '.'],
  ['two dots', '..'],
  ['a name with a tab', 'a\tb'],
  ['a name of two lines', 'a\nb'],
  ['a long name', 'x'.repeat(1001)],
  ['a name that is long in a URL', 'é'.repeat(167)],
] as const;

interface Link {
  readonly href: string;
}

describe('A name', () => {
  it.each([['nothing', ''] as const, ...unaddressable])(
    'is refused where no URL leads to it: %s',
    (_, name) => expect(addressErrors(name)).toHaveLength(1),
  );

  it.each([
    ['three dots', '...'],
    ['a dot in front', '.a'],
    ['a dot at the end', 'a.'],
    ['a space', ' '],
    ['what an address has for two dots', '%2e%2e'],
    ['steps', '../..'],
    ['just short enough', 'x'.repeat(1000)],
    ['just short enough in a URL', 'é'.repeat(166)],
  ])('is taken where one does: %s', (_, name) => expect(addressErrors(name)).toEqual([]));
});

describe('What is created', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker({ settings: { checkForPotentialDuplicatePacticipantNames: false } });
    await broker.publish('Foo', 'Bar', { branch: 'main', tags: ['dev'] });
  });
  afterAll(() => broker.close());

  it.each(unaddressable)('is not called %s', async (_, name) => {
    const before = await content();
    const environment = { name, production: false };
    const answers: Answer[] = [
      await broker.publish(name, 'Bar'),
      await broker.publish('Foo', name, { version: '2' }),
      await broker.publish('Foo', 'Bar', { version: name }),
      await broker.publish('Foo', 'Bar', { version: '2', branch: name }),
      await broker.publish('Foo', 'Bar', { version: '2', tags: ['a', name] }),
      await broker.verify('Foo', 'Bar', { version: name }),
      await broker.request('POST', '/pacticipants', { name }),
      await broker.request('PATCH', '/pacticipants/Foo', { mainBranch: name }, mergePatch),
      await broker.request('PUT', '/pacticipants/Foo/versions/2', { tags: [{ name }] }),
      await broker.request('POST', '/environments', environment),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    expect(await content()).toEqual(before);
  });

  const mergePatch = { 'content-type': 'application/merge-patch+json' };
  const content = async () =>
    Promise.all(
      ['/pacticipants', '/pacticipants/Foo/versions', '/integrations', '/environments'].map(
        async (path) => (await broker.request('GET', path)).body,
      ),
    );

  // Clients resolve such a path; those that do not are refused.
  it.each([
    ['PATCH', '/pacticipants/..'],
    ['PUT', '/pacticipants/Foo/labels/.'],
    ['PUT', '/pacticipants/%2e%2e/labels/a'],
    ['PUT', '/pacticipants/Foo/versions/..'],
    ['PUT', '/pacticipants/Foo/versions/1/tags/%2E'],
    ['PUT', '/pacticipants/Foo/branches/../versions/1'],
    ['PUT', '/pacticipants/Foo/branches/main/versions/%2e.'],
  ])('is not created by its path: %s %s', async (method, path) => {
    const status = await new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      const sent = httpRequest(broker.url, { method, path, headers }, ({ statusCode }) =>
        resolve(statusCode),
      );
      sent.on('error', reject).end('{}');
    });
    expect(status).toBe(400);
  });

  it('can be asked for, and deleted without anything else', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }),
      fc.string({
        unit: fc.constantFrom('.', '/', '%', '2', 'e', '\\', ' ', '\t', ';', '?'),
        minLength: 1,
        maxLength: 4,
      }),
    );
    await fc.assert(
      fc.asyncProperty(part, part, part, async (version, branch, tag) => {
        const published = await broker.publish('Fuzz', 'Bar', { version, branch, tags: [tag] });
        if (published.status === 400) return;
        expect(published.status).toBe(200);
        const links = linksOf(published);
        const self = links['pb:pacticipant-version'].href;
        expect((await broker.request('GET', self)).body).toMatchObject({ number: version.toWellFormed() });
        for (const { href } of [...links['pb:pacticipant-version-tags'], ...links['pb:contracts']])
          expect((await broker.request('GET', href)).status).toBe(200);
        expect((await broker.request('DELETE', self)).status).toBe(204);
        expect((await broker.request('GET', '/pacticipants/Fuzz')).status).toBe(200);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  const linksOf = ({ body }: Answer) =>
    (
      body as {
        _links: Record<'pb:pacticipant-version', Link> &
          Record<'pb:pacticipant-version-tags' | 'pb:contracts', readonly Link[]>;
      }
    )._links;
});
