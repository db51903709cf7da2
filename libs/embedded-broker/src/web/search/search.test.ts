import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';
import { pageClient } from '../../../test/page-client.ts';

describe('The search', () => {
  let broker: TestBroker;
  let pages: ReturnType<typeof pageClient>;
  beforeAll(async () => {
    broker = await startTestBroker();
    pages = pageClient(broker);
    const sha = 'abc1f0d2b4e5968778695a4b3c2d1e0f11223344';
    await broker.publish('Web Shop', 'Orders', { version: sha, branch: 'feat/checkout', tags: ['canary'] });
    await broker.request('PUT', '/pacticipants/Orders/labels/team-blue', {});
    await broker.request('POST', '/webhooks', {
      description: 'Tell Jenkins',
      events: [{ name: 'contract_published' }],
      request: { method: 'POST', url: 'https://ci.example' },
    });
    await broker.publish('<script>x', 'Orders', { version: '<b>1', branch: '<b>b', tags: ['<b>t'] });
  });
  afterAll(() => broker.close());
  /** Headings of what was found, each with its links. */
  const found = async (text: string) => {
    const { text: page } = await pages.visit(`/search?q=${encodeURIComponent(text)}`);
    const sections = [...page.matchAll(/<section>\s*<h2>(.*?)<\/h2>(.*?)<\/section>/gs)];
    return sections.map(([, title, body = '']) => [
      title,
      ...[...body.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) =>
        decodeURIComponent(href.replaceAll('&amp;', '&')),
      ),
    ]);
  };

  it.each([
    ['SHOP', ['Pacticipants', '/pacticipants/Web Shop']],
    [
      'abc1f0',
      [
        'Versions',
        '/matrix?q[][pacticipant]=Web+Shop&q[][version]=abc1f0d2b4e5968778695a4b3c2d1e0f11223344&latestby=cvpv',
        '/pacticipants/Web Shop',
      ],
    ],
    ['checkout', ['Branches', '/pacticipants/Web Shop?branch=feat/checkout', '/pacticipants/Web Shop']],
    [
      'cana',
      ['Tags', '/matrix?q[][pacticipant]=Web+Shop&q[][tag]=canary&latestby=cvpv', '/pacticipants/Web Shop'],
    ],
    ['blue', ['Labels', '/?label=team-blue']],
  ])('finds by name, and by the beginning of a version: %s', async (text, section) => {
    expect(await found(text)).toEqual([section]);
    for (const href of section.slice(1)) expect((await pages.visit(encodeURI(href))).status).toBe(200);
  });

  it.each([
    ['product', 'Environments'],
    ['jenk', 'Webhooks'],
  ])('finds %s among %s', async (text, title) => {
    const [[heading, href = ''] = []] = await found(text);
    expect(heading).toBe(title);
    expect((await pages.visit(href)).status).toBe(200);
  });

  it('takes every character for itself', async () => {
    for (const text of ['%', '_', '*', "'", '"', '\\']) expect(await found(text)).toEqual([]);
  });

  it('says when there is nothing, and asks when nothing was asked', async () => {
    expect((await pages.visit('/search?q=zzz')).text).toContain('No name contains “zzz”');
    expect((await pages.visit('/search')).text).toContain('name="q"');
    expect((await pages.visit('/search?q[]=1')).status).toBe(200);
  });

  it('is where the search in the header goes', async () => {
    const { text } = await pages.visit('/');
    expect(text).toMatch(/<form class="search"[^>]* action="\/search"[^>]*>\s*<input type="search" name="q"/);
  });

  it('shows what it finds, and what was looked for, as text', async () => {
    for (const text of ['<script>x', '<b>']) {
      const { text: page } = await pages.visit(`/search?q=${encodeURIComponent(text)}`);
      expect(page).toContain('&lt;');
      expect(page).not.toMatch(/<script>x|<b>/);
    }
  });
});
