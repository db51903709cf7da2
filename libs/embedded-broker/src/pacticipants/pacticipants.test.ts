import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('A pacticipant', () => {
  let broker: TestBroker;
  let time = Date.UTC(2030, 0);
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => new Date(time) });
  });
  afterAll(() => broker.close());

  const details = {
    displayName: 'Shown',
    repositoryUrl: 'http://git/a',
    repositoryName: 'a',
    repositoryNamespace: 'team',
    mainBranch: 'trunk',
  };
  const told = async (name: string) => {
    const { body } = await broker.request('GET', `/pacticipants/${name}`);
    const { displayName, repositoryUrl, repositoryName, repositoryNamespace, mainBranch } =
      body as typeof details;
    return { displayName, repositoryUrl, repositoryName, repositoryNamespace, mainBranch };
  };
  const nothing = {
    repositoryUrl: undefined,
    repositoryName: undefined,
    repositoryNamespace: undefined,
    mainBranch: undefined,
  };

  it('is made with what is said of it, once', async () => {
    const made = await broker.request('POST', '/pacticipants', { name: 'Post', ...details });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`${broker.url}/pacticipants/Post`);
    expect(await told('Post')).toEqual(details);
    await broker.request('POST', '/pacticipants', { name: 'Post', displayName: 'Other' });
    expect(await told('Post')).toEqual(details);
    const patched = await broker.request('PATCH', '/pacticipants/Patch', { mainBranch: 'main' });
    expect(patched.status).toBe(201);
    expect(await told('Patch')).toEqual({ ...nothing, displayName: 'Patch', mainBranch: 'main' });
  });

  it('that is replaced has only what is said of it, one that is changed the rest, too', async () => {
    for (const name of ['A', 'B']) await broker.request('POST', '/pacticipants', { name, ...details });
    const changed = await broker.request('PATCH', '/pacticipants/A', {
      repositoryName: 'new',
      mainBranch: null,
    });
    expect(changed.status).toBe(200);
    expect(await told('A')).toEqual({ ...details, repositoryName: 'new', mainBranch: undefined });
    await broker.request('PUT', '/pacticipants/A', { repositoryName: 'newer' });
    expect(await told('A')).toEqual({ ...nothing, displayName: 'A', repositoryName: 'newer' });
    expect(await told('B')).toEqual(details);
    expect((await broker.request('PUT', '/pacticipants/Nope', {})).status).toBe(404);
  });

  it('says when it was made and when it was changed', async () => {
    await broker.request('PUT', '/pacticipants/Old/versions/1', {});
    time += 1000;
    await broker.request('PUT', '/pacticipants/Old/versions/2', {});
    const shown = () => broker.request('GET', '/pacticipants/Old');
    expect((await shown()).body).not.toHaveProperty('updatedAt');
    const { body } = await broker.request('PATCH', '/pacticipants/Old', {});
    expect(body).toMatchObject({
      createdAt: '2030-01-01T00:00:00+00:00',
      updatedAt: '2030-01-01T00:00:01+00:00',
      _embedded: { latestVersion: { number: '2' } },
    });
  });

  it('keeps its main branch when a branch called so comes later', async () => {
    await broker.request('POST', '/pacticipants', { name: 'Main', mainBranch: 'trunk' });
    await broker.request('PUT', '/pacticipants/Main/branches/main/versions/1', {});
    expect(await told('Main')).toMatchObject({ mainBranch: 'trunk' });
  });

  it('shows where it is deployed, and nothing of others', async () => {
    for (const name of ['Live', 'Live2']) await broker.request('PUT', `/pacticipants/${name}/versions/1`, {});
    await broker.deploy('Live', '1', 'production');
    await broker.deploy('Live2', '1', 'test');
    const links = async (name: string) => {
      const { body } = await broker.request('GET', `/pacticipants/${name}`);
      const { _links } = body as { _links: { 'pb:deployed-environments': { name: string }[] } };
      return JSON.stringify(_links['pb:deployed-environments']);
    };
    expect(await links('Live')).toMatch(/production/i);
    expect(await links('Live')).not.toMatch(/test/i);
  });
});

describe('The list of pacticipants', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    for (const name of ['b', 'C', 'a_1', 'A%2']) await broker.request('POST', '/pacticipants', { name });
  });
  afterAll(() => broker.close());

  interface List {
    readonly page?: object;
    readonly pacticipants: readonly { readonly name: string }[];
    readonly _embedded: { readonly pacticipants: readonly { readonly name: string }[] };
  }
  const list = async (query = '') => {
    const { body } = await broker.request('GET', `/pacticipants${query}`);
    const { page, pacticipants, _embedded } = body as List;
    const names = _embedded.pacticipants.map(({ name }) => name);
    expect(pacticipants.map(({ name }) => name)).toEqual(names);
    return { page, names };
  };

  it('is sorted by name in any case', async () => {
    expect(await list()).toEqual({ page: undefined, names: ['A%2', 'a_1', 'b', 'C'] });
  });

  it.each([
    ['?q=A', ['A%2', 'a_1']],
    ['?q=_', ['a_1']],
    ['?q=%25', ['A%2']],
    ['?q=none', []],
    ['?q=', ['A%2', 'a_1', 'b', 'C']],
  ])('can be searched by a part of the name: %s', async (query, names) => {
    expect((await list(query)).names).toEqual(names);
  });

  it('comes in pages, of what was searched', async () => {
    expect(await list('?page=2&size=3')).toEqual({
      page: { number: 2, size: 3, totalElements: 4, totalPages: 2 },
      names: ['C'],
    });
    expect(await list('?q=a&page=2&size=1')).toEqual({
      page: { number: 2, size: 1, totalElements: 2, totalPages: 2 },
      names: ['a_1'],
    });
  });
});
