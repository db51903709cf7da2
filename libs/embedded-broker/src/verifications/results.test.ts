import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('A verification result', () => {
  let broker: TestBroker;
  let time = Date.UTC(2030, 0);
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => new Date(time) });
  });
  afterAll(() => broker.close());

  const linksOf = async (path: string) =>
    ((await broker.request('GET', path)).body as { _links: Record<string, { href: string; name: string }> })
      ._links;
  const verdict = async (consumer: string, version: string, provider: string, providerVersion: string) =>
    (
      await broker.matrix(
        `q[][pacticipant]=${consumer}&q[][version]=${version}&q[][pacticipant]=${provider}&q[][version]=${providerVersion}&latestby=cvp`,
      )
    ).deployable;
  /** Publishes a result to the address of a pact that was selected for verification. */
  const publish = (href: string, result: object = {}) =>
    broker.request('POST', `${href}/verification-results`, {
      success: true,
      providerApplicationVersion: '10',
      ...result,
    });

  /** Which pact the answer names, and which one the result where it was published. */
  const published = async (href: string) => {
    const answers = [await publish(href)];
    const number = (answers[0]?.headers.get('location') ?? '').split('/').at(-1);
    answers.push(await broker.request('GET', `${href}/verification-results/${number}`));
    return answers.map(
      ({ body }) => (body as { _links: Record<string, { name: string }> })._links['pb:pact-version']?.name,
    );
  };

  it('is of the content that was fetched, though the version has another one by now', async () => {
    await broker.publish('A', 'P', { content: 'old' });
    await broker.publish('A', 'P', { content: 'old', version: '2' });
    const { href } = (await linksOf('/pacts/provider/P/consumer/A/version/1'))['pb:pact-version']!;
    const metadata = Buffer.from('cvn=1').toString('base64url');
    await broker.publish('A', 'P', { content: 'new', merge: true });
    const answer = await publish(`${href}/metadata/${metadata}`);
    expect(answer.status).toBe(201);
    const links = (answer.body as { _links: Record<string, { href: string; name: string }> })._links;
    expect(links['self']?.href).toContain(href);
    expect(links['pb:pact-version']?.name).toBe('Pact between A (2) and P');
    expect([await verdict('A', '1', 'P', '10'), await verdict('A', '2', 'P', '10')]).toEqual([null, true]);
  });

  it.each([
    ['cvn=1', '1'],
    ['cvn=9', '3'],
    ['cv=x', '3'],
    ['nonsense', '3'],
  ])('that was asked for with %j is shown as that of version %s', async (metadata, expected) => {
    for (const version of ['1', '2', '3']) await broker.publish('B', 'P', { version, content: 'same' });
    const { href } = (await linksOf('/pacts/provider/P/consumer/B/version/1'))['pb:pact-version']!;
    const results = `${href}/metadata/${Buffer.from(metadata).toString('base64url')}`;
    expect(await published(results)).toEqual([
      'Pact between B (3) and P',
      `Pact between B (${expected}) and P`,
    ]);
  });

  it('that was asked for by a selector is shown as that of the version selected', async () => {
    await broker.publish('C', 'P', { version: '1', content: 'c', branch: 'x' });
    await broker.publish('C', 'P', { version: '2', content: 'c', branch: 'y' });
    const selection = await broker.request('POST', '/pacts/provider/P/for-verification', {
      consumerVersionSelectors: [{ branch: 'x', consumer: 'C' }],
    });
    const { pacts } = (selection.body as { _embedded: { pacts: { _links: { self: { href: string } } }[] } })
      ._embedded;
    expect(await published(pacts[0]!._links.self.href)).toEqual([
      'Pact between C (2) and P',
      'Pact between C (1) and P',
    ]);
  });

  it('counts for its provider version, and replaces none of another', async () => {
    await broker.publish('D', 'P', { content: 'd' });
    await broker.verify('D', 'P', { version: '10', success: false });
    await broker.verify('D', 'P', { version: '11' });
    const all = async () => [await verdict('D', '1', 'P', '10'), await verdict('D', '1', 'P', '11')];
    expect(await all()).toEqual([false, true]);
    const second = await broker.verify('D', 'P', { version: '10' });
    expect(await all()).toEqual([true, true]);
    await broker.request('DELETE', second.headers.get('location') ?? '');
    expect(await all()).toEqual([false, true]);
  });

  it('that is deleted leaves the one before it to count', async () => {
    await broker.publish('E', 'P', { content: 'e' });
    const urls: string[] = [];
    for (const success of [true, false, true]) {
      const { headers } = await broker.verify('E', 'P', { version: '10', success });
      urls.push(headers.get('location') ?? '');
    }
    const counts = async () => await verdict('E', '1', 'P', '10');
    expect(await counts()).toBe(true);
    await broker.request('DELETE', urls[2]!);
    expect(await counts()).toBe(false);
    await broker.request('DELETE', urls[0]!);
    expect(await counts()).toBe(false);
    expect((await broker.request('DELETE', urls[1]!)).status).toBe(204);
    expect(await counts()).toBeNull();
    expect((await broker.request('DELETE', urls[1]!)).status).toBe(404);
  });

  it('is found only at the pact that it is about', async () => {
    await broker.publish('F', 'P', { content: 'f' });
    await broker.publish('F', 'P', { content: 'other', version: '2' });
    const one = (await broker.verify('F', 'P', { version: '10' })).headers.get('location') ?? '';
    const other = (await linksOf('/pacts/provider/P/consumer/F/version/2'))['pb:pact-version']!.href;
    const number = /\d+$/.exec(one)?.[0];
    for (const method of ['GET', 'DELETE'])
      for (const last of [number, 'x', '0'])
        expect((await broker.request(method, `${other}/verification-results/${last}`)).status).toBe(404);
    expect((await broker.request('GET', one)).body).toMatchObject({ providerApplicationVersion: '10' });
  });

  it('makes its integration, and no other, the one of which there is news', async () => {
    await using fresh = await startTestBroker({ clock: () => new Date((time += 1000)) });
    for (const consumer of ['A', 'B', 'C']) await fresh.publish(consumer, 'P', { content: consumer });
    await fresh.verify('A', 'P', { version: '10' });
    const { body } = await fresh.request('GET', '/integrations');
    const { integrations } = (body as { _embedded: { integrations: { consumer: { name: string } }[] } })
      ._embedded;
    expect(integrations.map(({ consumer }) => consumer.name)).toEqual(['A', 'C', 'B']);
  });

  it('ends the advice to add verifications for its consumer only, until it is deleted', async () => {
    const advised = async (consumer: string) => {
      const { notices } = (await broker.publish(consumer, 'Advised', { content: consumer })).body as {
        notices: { text: string }[];
      };
      return notices.some(({ text }) => text.includes('Add Pact verification tests'));
    };
    expect(await advised('G')).toBe(true);
    await broker.verify('G', 'Advised', { version: '10' });
    expect([await advised('G'), await advised('H')]).toEqual([false, true]);
    await broker.request('DELETE', '/pacticipants/Advised/versions/10');
    expect(await advised('G')).toBe(true);
  });

  it('is of a pact that was pending or work in progress when it was asked for so', async () => {
    await broker.publish('I', 'Q', { branch: 'main' });
    const ask = async (more: object) => {
      const { body } = await broker.request('POST', '/pacts/provider/Q/for-verification', {
        providerVersionBranch: 'main',
        ...more,
      });
      return (
        body as {
          _embedded: { pacts: { verificationProperties: object; _links: { self: { href: string } } }[] };
        }
      )._embedded.pacts;
    };
    const badge = async () =>
      (
        await broker.request('GET', '/pacts/provider/Q/consumer/I/latest/badge.svg', undefined, {
          accept: '*/*',
        })
      ).text;
    const status = async () => {
      const { body } = await broker.request('GET', '/dashboard');
      const { items } = body as { items: { consumer: { name: string }; verificationStatus: string }[] };
      return items.find(({ consumer }) => consumer.name === 'I')?.verificationStatus;
    };
    const [pending] = await ask({
      consumerVersionSelectors: [{ mainBranch: true }],
      includePendingStatus: true,
    });
    expect(pending?.verificationProperties).toMatchObject({ pending: true });
    await publish(pending!._links.self.href, { success: false });
    expect(await status()).toBe('failed_pending');
    expect(await badge()).toContain('fail');

    // What succeeds as work in progress stays that on the branch until it is selected by itself.
    time += 1000;
    await broker.request('PUT', '/pacticipants/Q/branches/main/versions/11', {});
    await broker.publish('I', 'Q', { version: '2', branch: 'feat', content: 'new' });
    const inProgress = async () => {
      const pacts = await ask({
        consumerVersionSelectors: [{ mainBranch: true }],
        includePendingStatus: true,
        includeWipPactsSince: '2020-01-01',
      });
      return pacts.filter(({ verificationProperties }) => 'wip' in verificationProperties);
    };
    const [wip] = await inProgress();
    await publish(wip!._links.self.href, { providerApplicationVersion: '11' });
    expect(await inProgress()).toHaveLength(1);
    const [selected] = await ask({
      consumerVersionSelectors: [{ branch: 'feat' }],
      includePendingStatus: true,
    });
    expect(selected?._links.self.href).toBeDefined();
    await publish(selected!._links.self.href, { providerApplicationVersion: '11' });
    expect(await inProgress()).toEqual([]);
  });
});
