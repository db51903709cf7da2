import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';
import { richPact } from '../../../test/rich-pact.ts';

const page = { accept: 'text/html' };
const pact = '/pacts/provider/P/consumer/C';

/** What a page says, without markup. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('The page of a pact', () => {
  let broker: TestBroker;
  const publish = (version: string, content: object) =>
    broker.request('PUT', `${pact}/version/${version}`, content);
  const visit = async (path: string) => {
    const { status, text } = await broker.request('GET', path, undefined, page);
    expect([path, status]).toEqual([path, 200]);
    return wordsOf(text);
  };
  beforeAll(async () => {
    broker = await startTestBroker();
    await publish('1', richPact('C', 'P'));
    await publish('2', richPact('C', 'P', 'Maria'));
    await publish('3', richPact('C', 'P', 'Maria'));
  });
  afterAll(() => broker.close());

  it.each([
    'Given user 1 exists {"id":1} and the sun shines',
    'Request GET /users/1?fields=name&fields=id',
    'Accept: application/json',
    'path matches the pattern /users/\\d+',
    'body $.id is a whole number',
    'body $.tags is of the same type, with at least 1 element',
    'agreed with the other team',
    'a picture marked as pending',
    'image/png, encoded: iVBORw0KGgo=',
    'a user was renamed Message',
    'topic: users',
    'an area is calculated Request and reply by message',
    'message AreaRequest',
    '"service": "Calculator/area"',
    'Pact 4.0',
    'No version of P has verified this content yet.',
  ])('shows %s', async (words) => {
    expect(await visit(`${pact}/latest`)).toContain(words);
  });

  it('keeps numbers as they were spelled', async () => {
    const text =
      '{"interactions":[{"description":"n","request":{"path":"/"},"response":{"body":[1.0,12345678901234567890]}}]}';
    await broker.request('PUT', '/pacts/provider/Numbers/consumer/C/version/1', text);
    expect(await visit('/pacts/provider/Numbers/consumer/C/latest')).toContain(
      '[ 1.0, 12345678901234567890 ]',
    );
  });

  it('shows a pact of version 2 of the specification, and of version 3', async () => {
    const interaction = {
      description: 'old',
      providerState: 'long ago',
      request: { method: 'get', path: '/', query: 'a=b' },
      response: { status: 200, body: {}, matchingRules: { '$.body.x': { match: 'type' } } },
    };
    await broker.request('PUT', '/pacts/provider/Old/consumer/C/version/1', { interactions: [interaction] });
    const two = await visit('/pacts/provider/Old/consumer/C/latest');
    for (const words of ['Given long ago', 'GET /?a=b', 'body.x is of the same type'])
      expect(two).toContain(words);

    const message = {
      description: 'said',
      providerStates: [{ name: 'now' }],
      contents: { a: 1 },
      metaData: { contentType: 'application/json' },
      matchingRules: {
        body: { '$.a': { combine: 'OR', matchers: [{ match: 'integer' }, { match: 'null' }] } },
      },
    };
    await broker.request('PUT', '/pacts/provider/Older/consumer/C/version/1', { messages: [message] });
    const three = await visit('/pacts/provider/Older/consumer/C/latest');
    for (const words of ['said Message', 'Given now', 'body $.a is a whole number or is null'])
      expect(three).toContain(words);
  });

  it('shows a document that is not a pact as it is', async () => {
    await broker.request('PUT', '/pacts/provider/Odd/consumer/C/version/1', { any: ['thing'] });
    const words = await visit('/pacts/provider/Odd/consumer/C/latest');
    expect(words).toContain('This document has no interactions');
    expect(words).toContain('"any": [ "thing" ]');
  });

  it('leads to other versions, says which have the same content, and has the badge as markdown', async () => {
    const { text } = await broker.request('GET', `${pact}/version/2`, undefined, page);
    expect(wordsOf(text)).toMatch(/3 \(same content\) 2 1 /);
    expect(wordsOf(text)).toContain('There is a later version');
    expect(text).toContain(`href="${pact}/compare?from=1&amp;to=2"`);
    expect(wordsOf(text)).toContain(
      `[![Pact between C and P](${broker.url}${pact}/latest/badge.svg)](${broker.url}${pact}/latest)`,
    );
    expect(text).toMatch(/<img [^>]*alt="Pact between C and P: Never verified" title="Never verified"/);
    const chosen = await fetch(`${broker.url}${pact}/choose?version=1&to=2`, {
      headers: page,
      redirect: 'manual',
    });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${pact}/version/1`]);
  });

  it('leads to the document, even where a browser asks', async () => {
    const { headers, body } = await broker.request('GET', `${pact}/version/2.json`, undefined, page);
    expect(headers.get('content-type')).toMatch('application/hal+json');
    expect(body).toMatchObject({ consumer: { name: 'C' } });
  });

  it('names who verified the content, and shows each interaction’s result', async () => {
    const { body } = await broker.request('GET', `${pact}/latest`);
    const { interactions } = body as { interactions: { _id: string }[] };
    const results = interactions.map(({ _id }, index) => ({ interactionId: _id, success: index !== 1 }));
    await broker.verify('C', 'P', { consumerVersion: '3', version: '9', success: false, branch: 'main' });
    const { _links: links } = body as { _links: Record<string, { href: string }> };
    await broker.request('POST', links['pb:publish-verification-results']?.href ?? '', {
      success: false,
      providerApplicationVersion: '10',
      testResults: results,
    });
    const words = await visit(`${pact}/version/2`);
    expect(words).toMatch(
      /Passed Given user 1 exists and the sun shines: a request for a user.*Failed a picture/,
    );
    expect(words).toMatch(/10 .*Failed.* 9 .*main.*Failed/);
  });

  describe('compared with another', () => {
    const compare = (from: string, to: string) => `${pact}/compare?from=${from}&to=${to}`;

    it('shows what changed by interaction, line by line', async () => {
      const words = await visit(compare('1', '2'));
      expect(words).toContain('0 added, 0 removed, 2 changed, 2 unchanged');
      expect(words).toContain('- "name": "Mary",');
      expect(words).toContain('+ "name": "Maria",');
    });

    it('shows what was added and what was removed', async () => {
      await publish('4', { interactions: [{ description: 'new', request: { path: '/' }, response: {} }] });
      expect(await visit(compare('3', '4'))).toContain('1 added, 4 removed, 0 changed, 0 unchanged');
    });

    it('says what was renamed', async () => {
      await publish('5', { interactions: [{ description: 'newer', request: { path: '/' }, response: {} }] });
      const words = await visit(compare('4', '5'));
      expect(words).toContain('0 added, 0 removed, 0 changed, 1 renamed, 0 unchanged');
      expect(words).toMatch(/Renamed newer It was called new\s?\. Nothing else changed in it\./);
    });

    it('says that both ask the same', async () => {
      expect(await visit(compare('2', '3'))).toContain('Both versions expect the same of P.');
    });

    it('says which version has no pact', async () => {
      const { status, text } = await broker.request('GET', compare('1', 'x'), undefined, page);
      expect([status, wordsOf(text)]).toEqual([404, expect.stringContaining('C x has no pact with P')]);
    });
  });
});
