import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

describe('The page of the matrix', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    let time = Date.parse('2026-01-01');
    broker = await startTestBroker({ clock: () => new Date((time += 1000)) });
    await broker.publish('Web', ['Orders', 'Users'], { version: '1', branch: 'main', content: 'a' });
    await broker.verify('Web', 'Orders', { version: '7', branch: 'main' });
    await broker.publish('Web', 'Orders', { version: '2', branch: 'feat/x', content: 'a' });
    await broker.publish('Web', 'Orders', { version: '3', tags: ['prod'], content: 'b' });
    await broker.verify('Web', 'Orders', { consumerVersion: '3', version: '8', success: false });
    await broker.deploy('Orders', '7', 'production');
  });
  afterAll(() => broker.close());
  const visit = (path: string) => broker.request('GET', path, undefined, { accept: 'text/html' });
  /** Consumer version and outcome of each row. */
  const rows = (text: string) =>
    [...text.matchAll(/<tr>(.*?)<\/tr>/gs)]
      .map(([, row = '']) =>
        row
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((row) => /erified|Failed|No result/.test(row) && !row.includes('Pact verified'));

  it.each([
    ['q[][pacticipant]=Web&q[][version]=3&q[][pacticipant]=Orders', ['3', 'Failed']],
    ['q[][pacticipant]=Web&q[][tag]=prod&q[][latest]=true&q[][pacticipant]=Orders', ['3', 'Failed']],
    ['q[][pacticipant]=Web&q[][branch]=feat/x&q[][pacticipant]=Orders', ['2', 'Verified']],
    [
      'q[][pacticipant]=Orders&q[][environment]=production&q[][pacticipant]=Web&q[][version]=1',
      ['1', 'Verified'],
    ],
  ])('answers what its form can ask: %s', async (question, [version, outcome]) => {
    const { status, text } = await visit(`/matrix?${question}`);
    expect(status).toBe(200);
    const found = rows(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${version} .*${outcome}`));
  });

  it('takes what a form without scripts sends: every field, most of them empty', async () => {
    const empty = ['version', 'branch', 'tag', 'environment'].map((field) => `q[][${field}]=`).join('&');
    const second = `q[][pacticipant]=&${empty}`;
    const question = `q[][pacticipant]=Web&${empty.replace('[version]=', '[version]=3')}&${second}&environment=&tag=&latestby=&limit=`;
    expect(rows((await visit(`/matrix?${question}`)).text)).toHaveLength(1);
  });

  it('gives an address that asks the API the same', async () => {
    const { text } = await visit(
      '/matrix?q[][pacticipant]=Web&q[][branch]=main&q[][latest]=true&environment=production&latestby=cvpv&q[][version]=',
    );
    const [, query = ''] = /href="\/matrix\?([^"]*)"/.exec(text.replaceAll('&amp;', '&')) ?? [];
    expect(decodeURIComponent(query)).toBe(
      'q[][pacticipant]=Web&q[][branch]=main&q[][latest]=true&environment=production&latestby=cvpv&limit=100',
    );
    const answer = await broker.matrix(query);
    expect(answer.rows).toHaveLength(rows(text).length);
  });

  it('asks the same again when its form is sent as it is', async () => {
    const question =
      'q[][pacticipant]=Web&q[][pacticipant]=Orders&q[][pacticipant]=Users' +
      '&ignore[][pacticipant]=Users&ignore[][version]=4&ignore[][pacticipant]=Orders&latestby=cp&success[]=true&success[]=&limit=100';
    const asked = (text: string) =>
      decodeURIComponent(/href="\/matrix\?([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '');
    const { text } = await visit(`/matrix?${question}`);
    expect(asked(text)).toBe(question);
    const [, form = ''] = /<form class="question"(.*?)<\/form>/s.exec(text) ?? [];
    const sent = [...form.matchAll(/<input ([^>]*)>/g)].flatMap(([, attributes = '']) => {
      const [, name] = /name="([^"]*)"/.exec(attributes) ?? [];
      const [, value = ''] = /value="([^"]*)"/.exec(attributes) ?? [];
      const isChoice = /type="(?:radio|checkbox)"/.test(attributes);
      return name === undefined || (isChoice && !attributes.includes('checked'))
        ? []
        : [[name, value] as const];
    });
    const again = await visit(
      `/matrix?${sent.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`,
    );
    expect(asked(again.text)).toBe(question);
  });

  it('fills the form with what was asked, and says what is wrong with it', async () => {
    const { status, text } = await visit('/matrix?q[][pacticipant]=Nobody&q[][tag]=t&environment=nowhere');
    expect(status).toBe(200);
    expect(text).toContain('Pacticipant Nobody not found');
    expect(text).toContain("Environment with name 'nowhere' does not exist");
    expect(text).toMatch(/name="q\[\]\[pacticipant\]"[^>]* value="Nobody"/);
    expect(text).toMatch(/<option value="tag" selected>/);
  });

  it('marks versions with the same content, and what was verified before it was published', async () => {
    const found = rows((await visit('/matrix/provider/Orders/consumer/Web')).text);
    expect(found.map((row) => [row[0], /same content 1/.test(row), /pre-verified/.test(row)])).toEqual([
      ['3', false, false],
      ['2', true, true],
      ['1', true, false],
    ]);
  });

  it('says where there is no result', async () => {
    const [row] = rows(
      (await visit('/matrix?q[][pacticipant]=Web&q[][version]=1&q[][pacticipant]=Users')).text,
    );
    expect(row).toMatch(/^1 main .* none yet No result$/);
  });

  it('links to the pact and to the result', async () => {
    const { text } = await visit('/matrix/provider/Orders/consumer/Web');
    expect(text).toContain('href="/pacts/provider/Orders/consumer/Web/version/3"');
    expect(text).toMatch(
      /href="\/pacts\/provider\/Orders\/consumer\/Web\/pact-version\/\w{40}\/verification-results\/\d+"/,
    );
  });

  it('says how much it leaves out', async () => {
    const { text } = await visit('/matrix?q[][pacticipant]=Web&limit=1');
    expect(text).toContain('The newest 1 of 4 rows');
  });

  it('shows at most 500 rows and counts all, whatever is asked for', async () => {
    const numbers = Array.from({ length: 23 }, (_, i) => String(100 + i));
    for (const version of numbers) {
      await broker.publish('Many', 'Results', { version });
      await broker.verify('Many', 'Results', { consumerVersion: '100', version });
    }
    const { text } = await visit('/matrix?q[][pacticipant]=Many&q[][pacticipant]=Results&limit=10000');
    expect(text).toContain('The newest 500 of 529 rows: 529');
    expect(rows(text)).toHaveLength(500);
    expect(text).toMatch(/name="limit"[^>]* max="500" value="500"/);
  });
});
