import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

describe('The pages of environments', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    let time = Date.parse('2026-01-01');
    broker = await startTestBroker({ clock: () => new Date((time += 60_000)) });
  });
  afterEach(() => broker.close());
  const visit = async (path: string) =>
    (await broker.request('GET', path, undefined, { accept: 'text/html' })).text;
  /** The rows of the table with this caption, a text for each cell. */
  const rows = (text: string, caption: string) => {
    const [, table = ''] =
      new RegExp(`<caption>\\s*${caption}\\s*</caption>(.*?)</table>`, 's').exec(text) ?? [];
    const [, body = ''] = /<tbody>(.*)<\/tbody>/s.exec(table) ?? [];
    return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
        cell
          .replace(/<[^>]+>/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    );
  };

  it('show what is where now, since when, and what was there before', async () => {
    await broker.publish('Web', 'Orders', { version: '1', branch: 'main' });
    await broker.publish('Web', 'Orders', { version: '2', branch: 'main' });
    await broker.deploy('Web', '1', 'production');
    await broker.deploy('Web', '1', 'production', { applicationInstance: 'blue' });
    await broker.deploy('Web', '2', 'production');
    await broker.deploy('Web', '1', 'production', {}, 'pb:record-release');

    const all = await visit('/environments');
    expect(rows(all, 'What is where')).toEqual([['Web', '2 1 blue 1', '–']]);
    const list = rows(all, 'Environments');
    expect(list.map(([name, deployed, released]) => [name, deployed, released])).toEqual([
      ['Production production production', '2', '1'],
      ['Test test', '0', '0'],
    ]);
    const text = await visit('/environments/production');
    expect(rows(text, 'Versions in Production now').map((row) => row.slice(0, 3))).toEqual([
      ['Web', '2 main (latest)', 'deployed'],
      ['Web', '1 main', 'deployed instance blue'],
      ['Web', '1 main', 'released'],
    ]);
    expect(rows(text, 'History of Production').map(([, ...row]) => row)).toEqual([
      ['1', 'released', expect.stringContaining('ago'), 'still there'],
      ['2', 'deployed', expect.stringContaining('ago'), 'still there'],
      ['1', 'deployed instance blue', expect.stringContaining('ago'), 'still there'],
      ['1', 'deployed', expect.stringContaining('ago'), expect.stringContaining('ago')],
    ]);
    expect(text).toContain('href="/can-i-deploy?pacticipant=Web&amp;version=2&amp;environment=production"');
  });

  it('show a release that is supported again, which is then the newest', async () => {
    const release = (version: string) => broker.deploy('Web', version, 'production', {}, 'pb:record-release');
    const history = async () =>
      rows(await visit('/environments/production'), 'History of Production').map(([, number, , ...times]) => [
        number,
        ...times.map((text) => text.replace(/\d+ minutes? ago/, 'ago')),
      ]);
    await broker.publish('Web', 'Orders', { version: '1' });
    await broker.publish('Web', 'Orders', { version: '2' });
    const { headers } = await release('1');
    await release('2');
    await broker.request(
      'PATCH',
      headers.get('location') ?? '',
      { currentlySupported: false },
      {
        'content-type': 'application/merge-patch+json',
      },
    );
    expect(await history()).toEqual([
      ['2', 'ago', 'still there'],
      ['1', 'ago', 'ago'],
    ]);
    await release('1');
    expect(await history()).toEqual([
      ['1', expect.stringMatching(/^ago recorded again .*ago$/), 'still there'],
      ['2', 'ago', 'still there'],
    ]);
    const now = rows(await visit('/environments/production'), 'Versions in Production now');
    expect(now.map(([, number, , since]) => [number, since?.includes('recorded again')])).toEqual([
      ['2', false],
      ['1', true],
    ]);
  });

  it('page through a long history', async () => {
    for (const version of ['1', '2', '3']) {
      await broker.publish('Web', 'Orders', { version });
      await broker.deploy('Web', version, 'test');
    }
    const text = await visit('/environments/test?size=2&page=2');
    expect(rows(text, 'History of Test').map(([, number]) => number)).toEqual(['1']);
    expect(text).toContain('3–3 of 3 entries');
  });

  it('show one pacticipant alone, and where it was', async () => {
    await broker.publish('Web Shop', 'Orders', { version: '1' });
    await broker.verify('Web%20Shop', 'Orders', { version: '7' });
    await broker.deploy('Web%20Shop', '1', 'test');
    await broker.deploy('Orders', '7', 'test');
    const text = await visit('/environments/test?name=SHOP');
    expect(rows(text, 'Versions in Test now').map(([name]) => name)).toEqual(['Web Shop']);
    expect(rows(text, 'History of Test').map(([name]) => name)).toEqual(['Web Shop']);
    expect(await visit('/environments/test?name=zzz')).toContain(
      'No pacticipant whose name contains “zzz” was ever here.',
    );
  });

  it('show two environments side by side', async () => {
    await broker.publish('Web', ['Orders', 'Users'], { version: '1' });
    await broker.publish('Web', 'Orders', { version: '2' });
    for (const [provider, version] of [
      ['Orders', '7'],
      ['Users', '8'],
    ] as const)
      await broker.verify('Web', provider, { version });
    await broker.deploy('Web', '2', 'test');
    await broker.deploy('Web', '1', 'production');
    await broker.deploy('Orders', '7', 'test');
    await broker.deploy('Orders', '7', 'production');
    await broker.deploy('Users', '8', 'test');
    const text = await visit('/environments/compare?left=test&right=production');
    const caption = 'Versions in Test and in Production';
    expect(rows(text, caption).map((row) => row.slice(0, 4))).toEqual([
      ['Orders', '7', '7', 'same'],
      ['Users', '8', '–', 'only in Test'],
      ['Web', '2', '1', 'different'],
    ]);
    expect(text).toContain('2 of 3 pacticipants differ');
    const changed = await visit('/environments/compare?left=test&right=production&only=differences');
    expect(rows(changed, caption).map(([name]) => name)).toEqual(['Users', 'Web']);
    expect(
      (await broker.request('GET', '/environments/compare?left=x', undefined, { accept: 'text/html' }))
        .status,
    ).toBe(404);
  });

  it('show names, versions, instances and contacts as text', async () => {
    const evil = '<script>alert(1)</script>';
    await broker.request('POST', '/environments', {
      name: '<i>e',
      displayName: `${evil}env`,
      production: false,
      contacts: [{ name: evil, details: { mail: '"><b>' } }],
    });
    await broker.publish(evil, 'Orders', { version: evil, branch: evil, tags: [evil] });
    await broker.deploy(encodeURIComponent(evil), encodeURIComponent(evil), '<i>e', {
      applicationInstance: evil,
    });
    for (const path of [
      '/environments',
      '/environments/%3Ci%3Ee',
      '/environments/compare?left=%3Ci%3Ee&right=test',
    ]) {
      const text = await visit(path);
      expect(text).toContain('&lt;script>alert(1)');
      expect(text).not.toMatch(/<script>|<b>|<i>/);
    }
  });
});
