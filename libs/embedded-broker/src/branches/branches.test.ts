import { describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../../test/broker-client.ts';

/** As the official broker answers. */
describe('The branches of a pacticipant', () => {
  it('are listed by when they came, are no newer for a new version, and go in bulk', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    await using broker = await startTestBroker({ clock: () => now });
    const put = (branch: string, version: string) =>
      broker.request('PUT', `/pacticipants/A/branches/${branch}/versions/${version}`, {});
    for (const branch of ['main', 'x', 'a']) await put(branch, '1');
    now = new Date('2026-01-02T00:00:00Z');
    await put('main', '2');

    const { body } = await broker.request('GET', '/pacticipants/A/branches');
    const { _links, _embedded } = body as { _links: object; _embedded: { branches: { name: string }[] } };
    expect(_links).toMatchObject({ self: { title: 'A branches' } });
    expect(_embedded.branches.map(({ name }) => name)).toEqual(['a', 'x', 'main']);
    expect(_embedded.branches[2]).not.toHaveProperty('updatedAt');
    expect((await broker.request('GET', '/pacticipants/A/branches?q=none')).body).toMatchObject({
      page: { totalElements: 0, totalPages: 1 },
    });

    const deletion = await broker.request('DELETE', '/pacticipants/A/branches?exclude[]=a');
    const text = 'Scheduled deletion of 1 branches for pacticipant A. Remaining branches are: main, a';
    expect(deletion).toMatchObject({ status: 202, body: { notices: [{ text }] } });
  });
});
