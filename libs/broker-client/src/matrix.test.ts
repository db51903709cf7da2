import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '../test/http-server.ts';
import { askMatrix, BrokerClient, type Selector } from './index.ts';

/** The query that is sent, as it is and decoded. */
async function queryOf(
  selectors: readonly Selector[],
  target: Readonly<Record<string, string>> = {},
  ignore?: readonly Selector[],
) {
  await using server = await startServer(answering(200, { matrix: [], summary: {} }));
  await askMatrix(new BrokerClient(server.url, {}), selectors, target, ignore);
  const sent = server.requests[0]?.url ?? '';
  return { sent, decoded: decodeURIComponent(sent) };
}

describe('A matrix query', () => {
  it.each([
    [{}, ''],
    [{ version: '1' }, '&q[][version]=1'],
    [{ latest: true }, '&q[][latest]=true'],
    [{ latest: 'prod' }, '&q[][latest]=true&q[][tag]=prod'],
    [{ tag: 'prod' }, '&q[][tag]=prod'],
    [{ branch: 'feat/a' }, '&q[][latest]=true&q[][branch]=feat/a'],
    [{ mainBranch: true }, '&q[][latest]=true&q[][mainBranch]=true'],
    [{ latest: false, mainBranch: false }, ''],
  ])('about a pacticipant with %j has these parameters', async (selector, parameters) => {
    const { decoded } = await queryOf([{ pacticipant: 'A', ...selector }]);
    expect(decoded).toBe(`/matrix?q[][pacticipant]=A${parameters}`);
  });

  it('has all selectors in their order, then the ignored ones, then the target', async () => {
    const { decoded } = await queryOf(
      [{ pacticipant: 'A' }, { pacticipant: 'B', version: '2' }],
      { environment: 'production', latestby: 'cvpv' },
      [{ pacticipant: 'C', version: '3' }],
    );
    expect(decoded).toBe(
      '/matrix?q[][pacticipant]=A&q[][pacticipant]=B&q[][version]=2' +
        '&ignore[][pacticipant]=C&ignore[][version]=3&environment=production&latestby=cvpv',
    );
  });

  it('encodes names, so that a sign in one does not become a parameter', async () => {
    const { sent } = await queryOf([{ pacticipant: 'A & B=C', version: '1+2#3' }]);
    expect(sent).toBe('/matrix?q[][pacticipant]=A%20%26%20B%3DC&q[][version]=1%2B2%233');
  });
});
