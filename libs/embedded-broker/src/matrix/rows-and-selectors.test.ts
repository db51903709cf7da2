import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { adviceOnMissingResults } from './missing-results.ts';

describe('The matrix', () => {
  let broker: TestBroker;
  const put = (path: string) => broker.request('PUT', path, {});
  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.publish('Sel', 'Lib', { version: '1', content: 'a', branch: 'main', tags: ['prod'] });
    await broker.publish('Sel', 'Lib', { version: '2', content: 'b', branch: 'feat', tags: ['prod', 'dev'] });
    await broker.publish('Sel', 'Lib', { version: '3', content: 'c', branch: 'main' });
    await broker.publish('Sel', 'Lib', { version: '4', content: 'd' });
    await broker.deploy('Sel', '1', 'test');
    await broker.deploy('Sel', '2', 'production');
    await broker.deploy('Sel', '3', 'production', {}, 'pb:record-release');
    for (const version of ['1', '2']) await put(`/pacticipants/Lib/branches/x/versions/${version}`);
    await broker.request('POST', '/pacticipants', { name: 'Odd', mainBranch: 'trunk' });
    await broker.publish('Odd', 'Lib', { version: '1', content: 'a', branch: 'trunk' });
    await broker.publish('Odd', 'Lib', { version: '2', content: 'b', branch: 'main' });
    await broker.publish('Zed', 'Prov', { version: '1', content: 'z' });
    await broker.publish('Abe', ['Prov', 'Able'], { version: '1', content: 'a' });
    await broker.publish('Abe', 'Prov', { version: '2', content: 'b', branch: 'old' });
    await broker.publish('Abe', 'Prov', { version: '2', content: 'c', merge: true });
    await broker.verify('Abe', 'Prov', { version: '10', success: false });
    await broker.verify('Abe', 'Prov', { version: '10' });
    await broker.verify('Abe', 'Prov', { version: '11' });
    await broker.verify('Zed', 'Prov', { version: '10', success: false });
  });
  afterAll(() => broker.close());

  it.each([
    ['any version of Sel', '', ['4', '3', '2', '1']],
    ['version 2 of Sel', 'version=2', ['2']],
    ['the latest version of Sel (4)', 'latest=true', ['4']],
    ['a version of Sel with tag prod (2)', 'tag=prod', ['2', '1']],
    ['the latest version of Sel with tag prod (2)', 'tag=prod&q[][latest]=true', ['2']],
    ['one of the versions of Sel from branch main (3)', 'branch=main', ['3', '1']],
    ['the version of Sel from branch feat (2)', 'branch=feat', ['2']],
    ['the latest version of Sel from branch main (3)', 'branch=main&q[][latest]=true', ['3']],
    ['one of the versions of Sel from branch main (3)', 'mainBranch=true', ['3', '1']],
    ['the latest version of Sel from branch main (3)', 'mainBranch=true&q[][latest]=true', ['3']],
    ['the version of Sel currently in test (1)', 'environment=test', ['1']],
    ['one of the versions of Sel currently in production (3)', 'environment=production', ['3', '2']],
    ['a version of Sel with tag prod (1)', 'version=1&q[][tag]=prod', ['1']],
    ['a version of Sel with tag dev', 'version=1&q[][tag]=dev', []],
    ['the version of Sel from branch main (1)', 'version=1&q[][branch]=main', ['1']],
    ['a version of Sel from branch main', 'version=2&q[][branch]=main', []],
    ['a version of Sel with tag none', 'tag=none', []],
    ['a version of Sel from branch none', 'branch=none', []],
  ])('means by %s: %s', async (words, selector, versions) => {
    const q = selector === '' ? '' : `&q[][${selector.replace('=', ']=')}`;
    const { rows, texts } = await broker.matrix(`q[][pacticipant]=Sel${q}&q[][pacticipant]=Lib&latestby=cvp`);
    expect(rows).toEqual(versions.map((version) => `Sel ${version} Lib ? ?`));
    const first = texts.find((text) => !text.startsWith('WARN'));
    if (versions.length > 0)
      expect(first).toBe(`There is no verified pact between ${words} and any version of Lib`);
    else expect(first).toMatch(/^No version /);
  });

  it('finds the main branch by the name that it has', async () => {
    const main = await broker.matrix('q[][pacticipant]=Odd&q[][mainBranch]=true&latestby=cvp');
    expect(main.rows).toEqual(['Odd 1 Lib ? ?']);
    const none = await broker.matrix(
      'q[][pacticipant]=Zed&q[][mainBranch]=true&q[][latest]=true&latestby=cvp',
    );
    expect(none).toMatchObject({ deployable: false, rows: [] });
    expect(none.texts).toContain('No version of Zed from the main branch exists');
  });

  it('lists consumers and providers by name, and of each the newest first', async () => {
    expect((await broker.matrix('q[][pacticipant]=Prov')).rows).toEqual([
      'Abe 1 Prov 11 true',
      'Abe 1 Prov 10 true',
      'Abe 1 Prov 10 false',
      'Zed 1 Prov 10 false',
    ]);
    expect((await broker.matrix('q[][pacticipant]=Abe&latestby=cvp')).rows).toEqual([
      'Abe 2 Prov ? ?',
      'Abe 1 Able ? ?',
      'Abe 1 Prov 11 true',
    ]);
    expect((await broker.matrix('q[][pacticipant]=Abe&latestby=cp')).rows).toEqual([
      'Abe 2 Prov ? ?',
      'Abe 1 Able ? ?',
    ]);
    const { body } = await broker.request('GET', '/matrix?q[][pacticipant]=Abe&q[][version]=2');
    const { matrix } = body as { matrix: { pact: { _links: { self: { href: string } } } }[] };
    expect(matrix).toHaveLength(2);
    const { text } = await broker.request('GET', '/matrix?q[][pacticipant]=Abe&q[][version]=2', undefined, {
      accept: 'text/plain',
    });
    expect([...text.matchAll(/^Abe +\| 2 +\| (\d)/gm)].map(([, revision]) => revision)).toEqual(['2', '1']);
  });

  it('gives a version that two selectors pick one row', async () => {
    const { rows } = await broker.matrix(
      'q[][pacticipant]=Sel&q[][version]=1&q[][pacticipant]=Lib&q[][version]=1&q[][pacticipant]=Lib&q[][version]=2&q[][pacticipant]=Lib&q[][branch]=x',
    );
    expect(rows).toEqual(['Sel 1 Lib 2 ?', 'Sel 1 Lib 1 ?']);
  });

  it.each([
    ['versions', 'q[][pacticipant]=Lib&q[][version]=1&q[][pacticipant]=Lib&q[][version]=2'],
    ['a branch', 'q[][pacticipant]=Lib&q[][branch]=x'],
  ])('wants any version where a name alone stands beside %s', async (_, others) => {
    const { rows, prompts } = await broker.matrix(
      `q[][pacticipant]=Sel&q[][version]=1&${others}&q[][pacticipant]=Lib&latestby=cvpv`,
    );
    expect(rows).toEqual(['Sel 1 Lib ? ?']);
    expect(prompts).toEqual([
      'To get a result, verify a version of Lib with the pact of version 1 of Sel (provider/Lib/consumer/Sel)',
    ]);
  });

  it('advises on what was not verified only, and on nothing where no version is there', async () => {
    const { prompts } = await broker.matrix('q[][pacticipant]=Abe&latestby=cvp');
    expect(prompts.map((text) => /the pact of version \d of Abe \(\S+\)/.exec(text)?.[0])).toEqual([
      'the pact of version 2 of Abe (provider/Prov/consumer/Abe)',
      'the pact of version 1 of Abe (provider/Able/consumer/Abe)',
    ]);
    const missing = await broker.matrix('q[][pacticipant]=Sel&q[][pacticipant]=Lib&q[][version]=99');
    expect(missing).toMatchObject({ deployable: false, prompts: [] });
  });

  it.each([
    [1, ['Sel 4 Lib ? ?']],
    [3, ['Sel 4 Lib ? ?', 'Sel 3 Lib ? ?', 'Sel 1 Lib ? ?']],
    [4, ['Sel 4 Lib ? ?', 'Sel 3 Lib ? ?', 'Sel 1 Lib ? ?', 'Sel 2 Lib ? ? ignored']],
    [9, ['Sel 4 Lib ? ?', 'Sel 3 Lib ? ?', 'Sel 1 Lib ? ?', 'Sel 2 Lib ? ? ignored']],
  ])('shows no more rows than %i, ignored ones last', async (limit, expected) => {
    const { rows } = await broker.matrix(
      `q[][pacticipant]=Sel&q[][pacticipant]=Lib&latestby=cvp&limit=${limit}&ignore[][pacticipant]=Sel&ignore[][version]=2`,
    );
    expect(rows).toEqual(expected);
  });

  it('says of each version where it is: branches, tags and environments', async () => {
    for (const path of [
      'versions/1',
      'branches/new/versions/2',
      'branches/new/versions/1',
      'versions/1/tags/t',
      'versions/2/tags/t',
    ])
      await put(`/pacticipants/Facts/${path}`);
    await broker.publish('Facts', 'Other', { version: '1', content: 'a', branch: 'late' });
    await broker.verify('Facts', 'Other', { version: '10', branch: 'main' });
    await put('/pacticipants/Other/versions/10/tags/t');
    await broker.deploy('Facts', '1', 'production');
    await broker.deploy('Other', '10', 'test', {}, 'pb:record-release');
    await put('/pacticipants/Facts/branches/late/versions/2');
    const { body } = await broker.request(
      'GET',
      '/matrix?q[][pacticipant]=Facts&q[][version]=1&latestby=cvp',
    );
    expect((body as { matrix: object[] }).matrix).toMatchObject([
      {
        consumer: {
          name: 'Facts',
          version: {
            number: '1',
            branch: 'late',
            branches: [
              { name: 'new', latest: true },
              { name: 'late', latest: false },
            ],
            tags: [{ name: 't', latest: false }],
            environments: [{ name: 'production' }],
          },
        },
        provider: {
          name: 'Other',
          version: {
            number: '10',
            branch: 'main',
            branches: [{ name: 'main', latest: true }],
            tags: [{ name: 't', latest: true }],
            environments: [{ name: 'test' }],
          },
        },
      },
    ]);
  });

  it('of a consumer and a provider has the rows between the two, with the usual options', async () => {
    const rows = async (query: string) => {
      const { body } = await broker.request('GET', `/matrix/provider/Prov/consumer/Abe${query}`);
      return (body as { matrix: { provider: { name: string } }[] }).matrix.map(
        ({ provider }) => provider.name,
      );
    };
    expect(await rows('')).toEqual(Array(5).fill('Prov'));
    expect(await rows('?latestby=cvp')).toEqual(['Prov', 'Prov']);
    expect(await rows('?limit=1')).toEqual(['Prov']);
    for (const path of ['Prov/consumer/Nobody', 'Nobody/consumer/Abe'])
      expect((await broker.request('GET', `/matrix/provider/${path}`)).status).toBe(404);
  });

  it('as text has a line for each row, and the verdict', async () => {
    const text = async (query: string) =>
      (await broker.request('GET', `/matrix?${query}`, undefined, { accept: 'text/plain' })).text
        .split('\n')
        .map((line) => line.replaceAll(/ +/g, ' ').trim());
    const one = await text('q[][pacticipant]=Abe&q[][version]=1&q[][pacticipant]=Prov');
    expect(one.filter((line) => line.startsWith('Abe'))).toEqual([
      expect.stringMatching(/^Abe \| 1 \| 1 \| Prov \| 11 \| \d+ \| true$/),
      expect.stringMatching(/^Abe \| 1 \| 1 \| Prov \| 10 \| \d+ \| true$/),
      expect.stringMatching(/^Abe \| 1 \| 1 \| Prov \| 10 \| \d+ \| false$/),
    ]);
    expect(one).toContain('Deployable: false');
    const open = await text('q[][pacticipant]=Sel&q[][version]=1&q[][pacticipant]=Lib');
    expect(open.find((line) => line.startsWith('Sel'))).toMatch(/^Sel \| 1 \| 1 \| Lib \|/);
    expect(open).toContain('Deployable: nil');
  });
});

describe('A hint', () => {
  it('is given once for a provider version and a content', () => {
    const pact = {
      ...{ publicationId: 1, consumerId: 1, consumerName: 'Con', consumerVersion: { id: 1, number: '1' } },
      ...{ providerId: 2, providerName: 'Prov', pactVersionId: 1, sha: 'x', revision: 1, current: true },
      publishedAt: '',
    };
    const row = { pact, providerVersion: null, result: null };
    const older = { ...row, pact: { ...pact, publicationId: 2, revision: 2, current: false } };
    expect(adviceOnMissingResults([row, older], new Map(), ({ sha }) => `/${sha}`)).toEqual([
      'To get a result, verify a version of Prov with the pact of version 1 of Con (/x)',
    ]);
  });
});
