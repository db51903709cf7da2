import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

/** As the official broker answers. */
describe('The branches of a pacticipant', () => {
  let broker: TestBroker;
  let now = new Date('2026-01-01T00:00:00Z');
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => now });
  });
  afterAll(() => broker.close());

  const put = (pacticipant: string, branch: string, version: string) =>
    broker.request('PUT', `/pacticipants/${pacticipant}/branches/${branch}/versions/${version}`, {});
  const list = async (pacticipant: string, query = '') => {
    const { body } = await broker.request('GET', `/pacticipants/${pacticipant}/branches${query}`);
    const { _embedded, page } = body as { page: object; _embedded: { branches: { name: string }[] } };
    return { page, names: _embedded.branches.map(({ name }) => name) };
  };

  it('are listed by when a version was put on them, the last first, and are deleted in bulk', async () => {
    for (const branch of ['main', 'x', 'a']) await put('A', branch, '1');
    now = new Date('2026-01-02T00:00:00Z');
    await put('A', 'main', '2');
    const { body } = await broker.request('GET', '/pacticipants/A/branches');
    const { _links, _embedded } = body as { _links: object; _embedded: { branches: { name: string }[] } };
    expect(_links).toMatchObject({ self: { title: 'A branches' } });
    expect(_embedded.branches.map(({ name }) => name)).toEqual(['main', 'a', 'x']);
    const times = { createdAt: '2026-01-01T00:00:00+00:00', updatedAt: '2026-01-02T00:00:00+00:00' };
    expect(_embedded.branches[0]).toMatchObject(times);
    expect((await broker.request('GET', '/pacticipants/A/branches/main')).body).toMatchObject(times);
    expect(_embedded.branches[1]).not.toHaveProperty('updatedAt');
    const deletion = await broker.request('DELETE', '/pacticipants/A/branches?exclude[]=a');
    const text = 'Scheduled deletion of 1 branches for pacticipant A. Remaining branches are: a, main';
    expect(deletion).toMatchObject({ status: 202, body: { notices: [{ text }] } });
    expect((await list('A')).names).toEqual(['main', 'a']);
  });

  it('move at most once a minute, by a version that is on them already, too, and by no other change', async () => {
    const at = async (time: string, branch: string, version = '1') => {
      now = new Date(`2026-01-01T${time}Z`);
      await put('H', branch, version);
      return (await list('H')).names;
    };
    await at('00:00:00.000', 'x');
    await at('00:00:00.000', 'y');
    expect(await at('00:01:00.000', 'x', '2')).toEqual(['y', 'x']);
    expect(await at('00:01:00.001', 'x')).toEqual(['x', 'y']);
    expect(await at('00:02:00.000', 'y')).toEqual(['y', 'x']);
    now = new Date('2026-01-01T01:00:00Z');
    await broker.request('DELETE', '/pacticipants/H/branches/x/versions/2');
    expect((await list('H')).names).toEqual(['y', 'x']);
    await broker.publish('H', 'Prov', { version: '1', branch: 'x' });
    expect((await list('H')).names).toEqual(['x', 'y']);
  });

  it('go in bulk without those of others, and without the versions that were on them', async () => {
    for (const pacticipant of ['B', 'C']) {
      await put(pacticipant, 'trunk', '1');
      await put(pacticipant, 'feat', '2');
      await broker.request('PATCH', `/pacticipants/${pacticipant}`, { mainBranch: 'trunk' });
    }
    const { body } = await broker.request('DELETE', '/pacticipants/B/branches');
    expect((body as { notices: object[] }).notices).toEqual([
      {
        type: 'success',
        text: 'Scheduled deletion of 1 branches for pacticipant B. Remaining branches are: trunk',
      },
    ]);
    expect((await list('B')).names).toEqual(['trunk']);
    expect((await list('C')).names).toEqual(['feat', 'trunk']);
    expect((await broker.request('GET', '/pacticipants/B/versions/2')).status).toBe(200);
  });

  it('are found by a part of their name in any case, and come in pages', async () => {
    for (const branch of ['Feat-1', 'feat-2', 'FEAT-3', 'main']) await put('D', branch, '1');
    expect(await list('D', '?q=fEaT')).toEqual({
      page: { number: 1, size: 100, totalElements: 3, totalPages: 1 },
      names: ['FEAT-3', 'feat-2', 'Feat-1'],
    });
    expect(await list('D', '?q=feat&page=2&size=2')).toEqual({
      page: { number: 2, size: 2, totalElements: 3, totalPages: 2 },
      names: ['Feat-1'],
    });
    expect(await list('D', '?q=none')).toMatchObject({
      page: { totalElements: 0, totalPages: 1 },
      names: [],
    });
  });

  it('are deleted alone, their versions stay', async () => {
    await put('E', 'main', '1');
    await put('E', 'feat', '1');
    await put('F', 'feat', '1');
    expect((await broker.request('DELETE', '/pacticipants/E/branches/feat')).status).toBe(204);
    expect((await list('E')).names).toEqual(['main']);
    expect((await list('F')).names).toEqual(['feat']);
    expect((await broker.request('GET', '/pacticipants/E/versions/1')).status).toBe(200);
    for (const path of [
      'E/branches/feat',
      'E/branches/feat/versions/1',
      'Nope/branches/feat',
      'E/branches/none',
    ])
      expect((await broker.request('GET', `/pacticipants/${path}`)).status).toBe(404);
  });

  it('say when a version came to them, however often it is put on them', async () => {
    now = new Date('2026-02-01T00:00:00Z');
    await put('G', 'main', '1');
    now = new Date('2026-02-02T00:00:00Z');
    const again = await put('G', 'main', '1');
    const shown = await broker.request('GET', '/pacticipants/G/branches/main/versions/1');
    for (const answer of [again, shown]) {
      expect(answer).toMatchObject({ status: 200, body: { createdAt: '2026-02-01T00:00:00+00:00' } });
      expect(answer.body).not.toHaveProperty('updatedAt');
    }
    expect((await broker.request('GET', '/pacticipants/G/branches/main/versions/3')).status).toBe(404);
  });
});
