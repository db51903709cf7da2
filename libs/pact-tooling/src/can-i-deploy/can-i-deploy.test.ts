import { describe, expect, it } from '@jest/globals';
import { BrokerResponseError, EmptyValueError, NotAPactBrokerError } from '@pact-workshop/broker-client';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { pact } from '../../test/pact-fixtures.ts';
import { recordDeployment, UnknownEnvironmentError } from '../environments/index.ts';
import { publishPacts } from '../publish/index.ts';
import { canIDeploy, canIMerge, formatVerdict } from './index.ts';

/** Publishes a pact of Consumer version 1 with Provider. */
async function publish(broker: string) {
  await using directory = await temporaryDirectory();
  const file = await directory.write('pact.json', pact([{ description: 'one' }]));
  await publishPacts({ broker, files: [file], version: '1', branch: 'main' });
}

/** Publishes a result of a provider version for the latest pact. */
async function verify(broker: string, providerApplicationVersion: string, success: boolean) {
  const latest = (await (
    await fetch(`${broker}/pacts/provider/Provider/consumer/Consumer/latest`)
  ).json()) as {
    _links: Record<string, { href: string }>;
  };
  const answer = await fetch(latest._links['pb:publish-verification-results']?.href ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ success, providerApplicationVersion }),
  });
  expect(answer.status).toBe(201);
}

describe('Asking whether a version can be deployed', () => {
  it('answers yes, no, or unknown', async () => {
    await using broker = await startBroker();
    const ask = () => canIDeploy({ broker: broker.url, pacticipant: 'Consumer', version: '1' });
    await publish(broker.url);
    expect(await ask()).toMatchObject({ deployable: null, summary: { unknown: 1 } });
    await verify(broker.url, '7', true);
    expect(await ask()).toMatchObject({
      deployable: true,
      rows: [
        {
          consumer: { name: 'Consumer', version: '1' },
          provider: { name: 'Provider', version: '7' },
          success: true,
        },
      ],
      summary: { success: 1, failed: 0, unknown: 0 },
    });
    await verify(broker.url, '8', false);
    const no = await ask();
    expect(no.deployable).toBe(false);
    expect(no.reasons.join()).toContain(
      'The verification for the pact between version 1 of Consumer and the latest version of Provider (8) failed',
    );
  });

  it('considers the live versions of an environment', async () => {
    await using broker = await startBroker();
    await publish(broker.url);
    await verify(broker.url, '7', true);
    const ask = () =>
      canIDeploy({ broker: broker.url, pacticipant: 'Consumer', version: '1', environment: 'production' });
    expect((await ask()).deployable).toBeNull();
    await recordDeployment({
      broker: broker.url,
      pacticipant: 'Provider',
      version: '7',
      environment: 'production',
    });
    expect((await ask()).deployable).toBe(true);
  });

  it('can ignore a pacticipant, include others, and have a tag as its target', async () => {
    await using broker = await startBroker();
    await publish(broker.url);
    await verify(broker.url, '7', false);
    const consumer = { broker: broker.url, pacticipant: 'Consumer', version: '1' };
    expect(await canIDeploy({ ...consumer, ignore: [{ pacticipant: 'Provider' }] })).toMatchObject({
      deployable: true,
      rows: [{ ignored: true }],
      summary: { ignored: 1 },
    });
    expect(
      (await canIDeploy({ ...consumer, with: [{ pacticipant: 'Provider', version: '7' }] })).deployable,
    ).toBe(false);
    expect((await canIDeploy({ ...consumer, to: 'prod' })).reasons.join()).toContain(
      'with tag prod (no such version exists)',
    );
  });

  it('asks again if results are missing', async () => {
    await using broker = await startBroker();
    await publish(broker.url);
    const waits: number[] = [];
    const asking = canIDeploy({
      broker: broker.url,
      pacticipant: 'Consumer',
      version: '1',
      retryWhileUnknown: 3,
      retryInterval: 0,
      onWait: (attempt) => waits.push(attempt),
    });
    expect((await asking).deployable).toBeNull();
    expect(waits).toEqual([1, 2, 3]);
  });

  it.each<[string, readonly (boolean | null)[], number]>([
    ['until there is a yes', [null, true], 1],
    ['until there is a no', [null, null, false], 2],
    ['not at all after a no', [false], 0],
    ['not at all after a yes', [true], 0],
    ['as often as told', [null, null, null, null, null], 3],
  ])('asks again %s', async (_, verdicts, times) => {
    let asked = 0;
    await using server = await startServer((request, response) =>
      answering(200, { matrix: [], summary: { deployable: verdicts[asked++] } })(request, response),
    );
    const waits: (boolean | null)[] = [];
    const question = { broker: server.url, pacticipant: 'A', version: '1' };
    const { deployable } = await canIDeploy({
      ...question,
      retryWhileUnknown: 3,
      retryInterval: 0,
      onWait: (_attempt, answer) => waits.push(answer.deployable),
    });
    expect(deployable).toBe(verdicts[times]);
    expect(waits).toEqual(Array.from({ length: times }, () => null));
    expect(asked).toBe(times + 1);
  });

  it('compares with main branches before a merge', async () => {
    await using broker = await startBroker();
    await publish(broker.url);
    const { deployable, reasons } = await canIMerge({
      broker: broker.url,
      pacticipant: 'Consumer',
      version: '1',
    });
    expect(deployable).toBeNull();
    expect(reasons.join()).toContain('from the main branch');
  });

  it('compares only with the heads of main branches, by their latest results', async () => {
    await using broker = await startBroker();
    await publish(broker.url);
    const merging = () => canIMerge({ broker: broker.url, pacticipant: 'Consumer', version: '1' });
    const onMain = async (version: string, success: boolean) => {
      await verify(broker.url, version, success);
      const path = `pacticipants/Provider/branches/main/versions/${version}`;
      await fetch(`${broker.url}/${path}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
      });
    };
    await onMain('7', false);
    expect((await merging()).deployable).toBe(false);
    await onMain('8', true);
    expect(await merging()).toMatchObject({ deployable: true, rows: [{ provider: { version: '8' } }] });
    await verify(broker.url, '9-on-no-branch', false);
    expect((await merging()).deployable).toBe(true);
  });

  it('sends the query of the official clients before a merge', async () => {
    await using server = await startServer(answering(200, { matrix: [], summary: {} }));
    const ignore = [{ pacticipant: 'C', version: '3' }, { pacticipant: 'D' }];
    await canIMerge({ broker: server.url, pacticipant: 'A', version: '1', ignore });
    const query = new URLSearchParams(server.requests[0]?.url?.replace(/^.*\?/, ''));
    expect(query.toString().replaceAll('%5B', '[').replaceAll('%5D', ']').split('&').sort()).toEqual([
      'ignore[][pacticipant]=C',
      'ignore[][pacticipant]=D',
      'ignore[][version]=3',
      'latest=true',
      'latestby=cvp',
      'mainBranch=true',
      'q[][pacticipant]=A',
      'q[][version]=1',
    ]);
  });

  it('has the broker’s message about a wrong question', async () => {
    await using broker = await startBroker();
    const asking = canIDeploy({
      broker: broker.url,
      pacticipant: 'Nobody',
      version: '1',
      environment: 'test',
    });
    await expect(asking).rejects.toThrow(BrokerResponseError);
    await expect(asking).rejects.toThrow('Pacticipant Nobody not found');
  });

  it('lists the environments if the given one is unknown', async () => {
    await using broker = await startBroker();
    await publish(broker.url);
    const asking = canIDeploy({
      broker: broker.url,
      pacticipant: 'Consumer',
      version: '1',
      environment: 'nowhere',
    });
    await expect(asking).rejects.toThrow(UnknownEnvironmentError);
    await expect(asking).rejects.toThrow('It has: production, test.');
  });

  it.each([
    [{ version: '1' }, 'q[][pacticipant]=A B&q[][version]=1&latest=true&latestby=cvp'],
    [{ version: '1', environment: 'e' }, 'q[][pacticipant]=A B&q[][version]=1&environment=e&latestby=cvpv'],
    [{ version: '1', to: 't' }, 'q[][pacticipant]=A B&q[][version]=1&tag=t&latest=true&latestby=cvp'],
    [{ branch: 'b' }, 'q[][pacticipant]=A B&q[][latest]=true&q[][branch]=b&latest=true&latestby=cvp'],
    [
      { mainBranch: true },
      'q[][pacticipant]=A B&q[][latest]=true&q[][mainBranch]=true&latest=true&latestby=cvp',
    ],
    [{ latest: 't' }, 'q[][pacticipant]=A B&q[][latest]=true&q[][tag]=t&latest=true&latestby=cvp'],
    [{}, 'q[][pacticipant]=A B&q[][latest]=true&latest=true&latestby=cvp'],
    [{ latest: true }, 'q[][pacticipant]=A B&q[][latest]=true&latest=true&latestby=cvp'],
    [
      { with: [{ pacticipant: 'C', tag: 't' }] },
      'q[][pacticipant]=A B&q[][latest]=true&q[][pacticipant]=C&q[][tag]=t&latestby=cvpv',
    ],
    [
      { version: '1', environment: 'e', with: [{ pacticipant: 'C', branch: 'b' }] },
      'q[][pacticipant]=A B&q[][version]=1&q[][pacticipant]=C&q[][latest]=true&q[][branch]=b&environment=e&latestby=cvpv',
    ],
    [
      { version: '1', ignore: [{ pacticipant: 'C', version: '2' }, { pacticipant: 'D' }] },
      'q[][pacticipant]=A B&q[][version]=1&ignore[][pacticipant]=C&ignore[][version]=2&ignore[][pacticipant]=D&latest=true&latestby=cvp',
    ],
    [
      { version: '1', with: [{ pacticipant: 'C' }] },
      'q[][pacticipant]=A B&q[][version]=1&q[][pacticipant]=C&latestby=cvpv',
    ],
  ])('sends the query of the official clients for %j', async (options, query) => {
    await using server = await startServer(answering(200, { matrix: [], summary: {} }));
    await canIDeploy({ broker: server.url, pacticipant: 'A B', ...options });
    expect(decodeURIComponent(server.requests[0]?.url ?? '')).toBe(`/matrix?${query}`);
  });

  it('encodes names with special characters', async () => {
    await using server = await startServer(answering(200, { matrix: [], summary: {} }));
    const names = { pacticipant: 'A&B=C', version: '1+2/3?#' };
    await canIDeploy({ broker: server.url, ...names });
    const query = new URL(server.requests[0]?.url ?? '', server.url).searchParams;
    expect([query.get('q[][pacticipant]'), query.get('q[][version]')]).toEqual(Object.values(names));
  });

  it.each([
    { pacticipant: '' },
    { version: '' },
    { branch: '' },
    { latest: ' ' },
    { with: [{ pacticipant: 'B', tag: '' }] },
    { with: [{ pacticipant: 'B', branch: '' }] },
    { environment: '' },
    { to: ' ' },
    { with: [{ pacticipant: 'B', version: '' }] },
    { ignore: [{ pacticipant: 'B', version: '' }] },
    { ignore: [{ pacticipant: '' }] },
  ])('refuses an empty value: %j', async (options) => {
    const consumer = { pacticipant: 'A', version: '1' };
    await expect(canIDeploy({ ...consumer, ...options })).rejects.toThrow(EmptyValueError);
    await expect(canIMerge({ ...consumer, ignore: [{ pacticipant: 'B', version: '' }] })).rejects.toThrow(
      EmptyValueError,
    );
  });

  it('refuses two targets', async () => {
    const asking = canIDeploy({ pacticipant: 'A', version: '1', environment: 'e', to: 't' });
    await expect(asking).rejects.toThrow('not both');
  });

  it('has no yes in an answer without a verdict', async () => {
    await using server = await startServer(answering(200, { matrix: [] }));
    await expect(canIDeploy({ broker: server.url, pacticipant: 'Consumer', version: '1' })).rejects.toThrow(
      NotAPactBrokerError,
    );
    await using vague = await startServer(answering(200, { matrix: [], summary: {} }));
    expect(
      (await canIDeploy({ broker: vague.url, pacticipant: 'Consumer', version: '1' })).deployable,
    ).toBeNull();
  });
});

describe('The verdict as text', () => {
  const row = (version: string | undefined, success: boolean | null) => ({
    consumer: { name: 'AdminService', version: '1.0.0' },
    provider: { name: 'UserService', version },
    success,
    resultUrl: success === null ? undefined : `http://broker/results/${version}`,
    ignored: false,
  });

  it('has the table of the official clients', () => {
    const text = formatVerdict({
      deployable: true,
      reasons: ['All required verification results are published and successful'],
      rows: [row('1.0.0', true)],
      summary: { success: 1, failed: 0, unknown: 0 },
    });
    expect(text).toBe(`Computer says yes \\o/

CONSUMER     | C.VERSION | PROVIDER    | P.VERSION | SUCCESS? | RESULT#
-------------|-----------|-------------|-----------|----------|--------
AdminService | 1.0.0     | UserService | 1.0.0     | true     | 1

VERIFICATION RESULTS
--------------------
1. http://broker/results/1.0.0 (success)

All required verification results are published and successful`);
  });

  it('is no if it is unknown, and numbers only rows with a result', () => {
    const text = formatVerdict({
      deployable: null,
      reasons: ['There is no verified pact'],
      rows: [row(undefined, null), row('2', false), { ...row('3', true), ignored: true }],
      summary: { success: 0, failed: 1, unknown: 1 },
    });
    expect(text).toContain('Computer says no ¯\\_(ツ)_/¯');
    expect(text).toMatch(/\| \?\?\? +\| \?\?\? +\|$/m);
    expect(text).toMatch(/\| 2 +\| false +\| 1$/m);
    expect(text).toMatch(/\| 3 +\| true \[ignored\] +\| 2$/m);
    expect(text).toContain('1. http://broker/results/2 (failure)');
  });
});
