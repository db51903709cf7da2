import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

interface Labelled {
  _embedded: { labels: { name: string }[] };
}
interface Pacticipants {
  page?: object;
  _embedded: { pacticipants: ({ name: string } & Labelled)[] };
  _links: Record<string, unknown>;
}

describe('Labels', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());

  const label = (pacticipant: string, name: string, method = 'PUT') =>
    broker.request(method, `/pacticipants/${pacticipant}/labels/${name}`, method === 'PUT' ? {} : undefined);
  const get = async <Body>(path: string) => (await broker.request('GET', path)).body as Body;

  it('are put on a pacticipant, which is made when missing', async () => {
    const answer = await label('New', 'ios');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`${broker.url}/pacticipants/New/labels/ios`);
    expect(answer.body).toEqual({
      name: 'ios',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
      _links: {
        self: { title: 'Label', name: 'ios', href: `${broker.url}/pacticipants/New/labels/ios` },
        pacticipant: { title: 'Pacticipant', name: 'New', href: `${broker.url}/pacticipants/New` },
      },
    });
    expect((await label('New', 'ios')).status).toBe(200);
    expect((await label('New', 'ios', 'GET')).body).toEqual(answer.body);
    const noType = { 'content-type': 'text/plain' };
    expect((await broker.request('PUT', '/pacticipants/New/labels/x', '{}', noType)).status).toBe(415);
  });

  it('show on their pacticipant, sorted, and go with it', async () => {
    for (const name of ['ios', 'android', 'a%2Fb']) await label('Con', name);
    const shown = async () => (await get<Labelled>('/pacticipants/Con'))._embedded.labels;
    expect(await shown()).toEqual(
      ['a%2Fb', 'android', 'ios'].map((name) => ({
        name: decodeURIComponent(name),
        _links: {
          self: {
            title: 'Label',
            name: decodeURIComponent(name),
            href: `${broker.url}/pacticipants/Con/labels/${name}`,
          },
        },
      })),
    );
    expect((await label('Con', 'ios', 'DELETE')).status).toBe(204);
    expect((await shown()).map(({ name }) => name)).toEqual(['a/b', 'android']);
    await broker.request('DELETE', '/pacticipants/Con');
    expect((await get<Labelled>('/labels'))._embedded.labels).toEqual([]);
  });

  it('are taken off one pacticipant, not off others', async () => {
    for (const pacticipant of ['Con', 'New'])
      for (const name of ['ios', 'web']) await label(pacticipant, name);
    await label('Con', 'ios', 'DELETE');
    const shown = async (pacticipant: string) =>
      (await get<Labelled>(`/pacticipants/${pacticipant}`))._embedded.labels.map(({ name }) => name);
    expect([await shown('Con'), await shown('New')]).toEqual([['web'], ['ios', 'web']]);
    expect((await get<Labelled>('/labels'))._embedded.labels).toEqual([{ name: 'ios' }, { name: 'web' }]);
  });

  it('are not found where they were not set', async () => {
    await label('Con', 'ios');
    for (const [pacticipant, name] of [
      ['Con', 'x'],
      ['Nope', 'ios'],
    ] as const) {
      for (const method of ['GET', 'DELETE']) {
        const { status, body } = await label(pacticipant, name, method);
        expect([status, body]).toEqual([
          404,
          { error: 'The requested document was not found on this server.' },
        ]);
      }
    }
  });

  it('are listed once each, by pages if so asked', async () => {
    for (const [pacticipant, name] of [
      ['Con', 'ios'],
      ['New', 'ios'],
      ['Con', 'android'],
    ] as const)
      await label(pacticipant, name);
    const self = { title: 'Labels', href: `${broker.url}/labels` };
    expect(await get('/labels')).toEqual({
      _embedded: { labels: [{ name: 'android' }, { name: 'ios' }] },
      _links: { self },
    });
    expect(await get('/labels?page=1&size=1')).toEqual({
      page: { number: 1, size: 1, totalElements: 2, totalPages: 2 },
      _embedded: { labels: [{ name: 'android' }] },
      _links: { next: { href: `${broker.url}/labels?size=1&page=2`, title: 'Next page' }, self },
    });
    expect(await get('/labels?page=0')).toEqual({
      errors: { page: ['must be greater than or equal to 1'] },
    });
  });

  it('lead to the pacticipants that have them', async () => {
    for (const pacticipant of ['New', 'Con', 'Other']) await label(pacticipant, 'ios');
    await label('Prov', 'android');
    const names = async (query = '') =>
      (await get<Pacticipants>(`/pacticipants/label/ios${query}`))._embedded.pacticipants.map(
        ({ name }) => name,
      );
    expect(await names()).toEqual(['Con', 'New', 'Other']);
    expect(await names('?q=O')).toEqual(['Con', 'Other']);
    expect(await names('?page=2&size=2')).toEqual(['Other']);
    expect(await get<Pacticipants>('/pacticipants/label/ios?q=O&page=2&size=1')).toMatchObject({
      page: { number: 2, size: 1, totalElements: 2, totalPages: 2 },
      _embedded: { pacticipants: [{ name: 'Other' }] },
      _links: { previous: { href: `${broker.url}/pacticipants/label/ios?size=1&page=1` } },
    });
    const { page, _links: links, _embedded: embedded } = await get<Pacticipants>('/pacticipants/label/ios');
    expect(page).toBeUndefined();
    expect(embedded.pacticipants[0]?._embedded.labels[0]?.name).toBe('ios');
    expect(links).toMatchObject({
      self: { href: `${broker.url}/pacticipants` },
      'pb:pacticipants-with-label': {
        title: 'Find pacticipants by label',
        href: `${broker.url}/pacticipants/label/{label}`,
        templated: true,
      },
      'pb:pacticipants': [{ title: 'Pacticipant', name: 'Con' }, { name: 'New' }, { name: 'Other' }],
    });
    expect((await get<Pacticipants>('/pacticipants/label/none'))._embedded.pacticipants).toEqual([]);
  });
});
