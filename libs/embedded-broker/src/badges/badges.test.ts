import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { publishScenario } from '../../test/insights-scenario.ts';
import { drawBadge } from './badge.ts';
import { shortName } from './short-name.ts';

const colours: Readonly<Record<string, string>> = Object.fromEntries(
  (['brightgreen', 'red', 'orange', 'lightgrey'] as const).map((color) => [
    fillOf(drawBadge({ label: 'a', message: 'b', color })),
    color,
  ]),
);

function fillOf(svg: string): string {
  return [...svg.matchAll(/<rect [^>]*fill="(#\w+)"/g)].at(1)?.[1] ?? '';
}

describe('Badges', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    await publishScenario(broker);
  });
  afterAll(() => broker.close());

  const badge = async (path: string) => {
    const { status, headers, text } = await broker.request('GET', path, undefined, { accept: '*/*' });
    const title = /<title>(.*)<\/title>/.exec(text)?.[1] ?? '';
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml;charset=utf-8']);
    return { shown: `${title}, ${colours[fillOf(text)]}`, cache: headers.get('cache-control') };
  };

  const userApi = '/pacts/provider/User%20API/consumer';
  const camel = '/pacts/provider/Other_svc/consumer/my-camelCase/latest/badge';
  it.each(['latest/badge', 'latest/badge.svg', 'latest-untagged/badge'])(
    'are pictures in a browser: %s',
    async (path) => {
      const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';
      const answer = await broker.request('GET', `${userApi}/Web%20App/${path}`, undefined, { accept });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'image/svg+xml;charset=utf-8',
      ]);
    },
  );

  // What the official broker's redirects to shields.io say.
  it.each([
    [`${userApi}/Web%20App/latest/badge`, 'web app/user api pact: failed, red'],
    [`${userApi}/Web%20App/latest/badge.svg`, 'web app/user api pact: failed, red'],
    [`${userApi}/Web%20App/latest/dev/badge`, 'web app/user api pact: failed, red'],
    [`${userApi}/Web%20App/latest/nope/badge`, 'pact not found: unknown, lightgrey'],
    [`${userApi}/Web%20App/latest-untagged/badge`, 'web app/user api pact: failed, red'],
    [`${userApi}/Mobile/latest/badge`, 'mobile/user api pact: changed, orange'],
    [`${userApi}/Mobile/latest/badge?label=consumer`, 'mobile pact: changed, orange'],
    [`${userApi}/Mobile/latest/badge?label=PROVIDER`, 'user api pact: changed, orange'],
    [`${userApi}/Mobile/latest/badge?label=x&initials=true`, 'mobile/ua pact: changed, orange'],
    [`${userApi}/Pend/latest/badge`, 'pend/user api pact: failed (pending), red'],
    [camel, 'my-camelcase/other_svc pact: unknown, lightgrey'],
    [`${camel}?initials=true`, 'mc/os pact: unknown, lightgrey'],
    [`${userApi}/Web%20App/latest/badge?initials=true&label=consumer`, 'wa pact: failed, red'],
    ['/pacts/provider/No/consumer/Nope/latest/badge', 'pact not found: unknown, lightgrey'],
    ['/pacts/provider/DB/consumer/Mobile/latest/badge', 'pact not found: unknown, lightgrey'],
  ])('of pacts: %s', async (path, expected) => {
    expect(await badge(path)).toEqual({ shown: expected, cache: 'no-cache' });
  });

  const between = (providerTag: string, consumerTag: string) =>
    `/matrix/provider/User%20API/latest/${providerTag}/consumer/Web%20App/latest/${consumerTag}/badge`;
  it.each([
    [between('prod', 'dev'), 'web app (dev)/user api (prod) pact: changed, orange'],
    [between('prod', 'zip'), 'pact not found: unknown, lightgrey'],
    [between('zip', 'dev'), 'web app (dev)/user api (zip) pact: unknown, lightgrey'],
    [`${between('prod', 'dev')}?initials=true`, 'wa (dev)/ua (prod) pact: changed, orange'],
    ['/matrix/provider/U/latest/prod/consumer/W/latest/dev/badge', 'pact not found: unknown, lightgrey'],
  ])('of pacts between tags: %s', async (path, expected) => {
    expect((await badge(path)).shown).toBe(expected);
  });

  const toTag = (name: string, from: string, to: string) =>
    `/pacticipants/${name}/latest-version/${from}/can-i-deploy/to/${to}/badge`;
  const toStaging = (name: string, branch: string, environment = 'staging') =>
    `/pacticipants/${name}/branches/${branch}/latest-version/can-i-deploy/to-environment/${environment}/badge`;
  it.each([
    [toTag('Web%20App', 'dev', 'prod'), 'can-i-deploy: dev to prod, red'],
    [`${toTag('Web%20App', 'dev', 'prod')}?label=hi%20there`, 'hi there: dev to prod, red'],
    [toTag('Web%20App', 'zip', 'prod'), 'version: not found, lightgrey'],
    [toTag('Zip', 'zip', 'prod'), 'pacticipant: not found, lightgrey'],
    [toTag('Web%20App', 'dev', 'none'), 'can-i-deploy: dev to none, red'],
    [toStaging('Web%20App', 'main'), 'can-i-deploy: main to staging, red'],
    [toStaging('Web%20App', 'main', 'none'), 'environment: not found, lightgrey'],
    [toStaging('Web%20App', 'zip'), 'branch: not found, lightgrey'],
    [toStaging('Zip', 'zip'), 'pacticipant: not found, lightgrey'],
    [`${toStaging('User%20API', 'main')}?label=`, 'can-i-deploy: main to staging, red'],
  ])('of deployments: %s', async (path, expected) => {
    expect((await badge(path)).shown).toBe(expected);
  });

  it.each([
    ['Web%20App', 'can-i-merge: unknown, lightgrey', 'max-age=30'],
    ['User%20API', 'can-i-merge: unknown, lightgrey', 'max-age=30'],
    ['my-camelCase', 'main branch version: not found, lightgrey', 'no-cache'],
    ['Zip', 'pacticipant: not found, lightgrey', 'no-cache'],
  ])('of merging %s', async (name, shown, cache) => {
    expect(await badge(`/pacticipants/${name}/main-branch/can-i-merge/badge`)).toEqual({ shown, cache });
  });

  it('are green where all is well', async () => {
    await using fresh = await startTestBroker();
    await fresh.publish('A', 'B', { branch: 'main', tags: ['dev'] });
    await fresh.verify('A', 'B', { version: '1', branch: 'main' });
    await fresh.request('PUT', '/pacticipants/B/versions/1/tags/prod', {});
    await fresh.request('POST', '/environments', { name: 'staging', production: false });
    await fresh.deploy('B', '1', 'staging');
    for (const path of [
      '/pacts/provider/B/consumer/A/latest/badge',
      '/matrix/provider/B/latest/prod/consumer/A/latest/dev/badge',
      toTag('A', 'dev', 'prod'),
      toStaging('A', 'main'),
      '/pacticipants/A/main-branch/can-i-merge/badge',
    ]) {
      const { text } = await fresh.request('GET', path, undefined, { accept: 'image/svg+xml' });
      expect([path, colours[fillOf(text)]]).toEqual([path, 'brightgreen']);
    }
  });

  it('are wide enough for their text, and show names as text', () => {
    const width = (label: string) =>
      Number(/width="(\d+)"/.exec(drawBadge({ label, message: 'x', color: 'red' }))?.[1]);
    expect(width('WWWWWWWWWW')).toBeGreaterThan(width('iiiiiiiiii') + 50);
    const svg = drawBadge({ label: `<script>alert('1')</script>&"\u0001`, message: ']]>', color: 'red' });
    expect(svg).not.toMatch(/<script|\u0001|]]>/);
    expect(svg).toContain('&lt;script&gt;');
  });

  it('are asked for as pictures', async () => {
    const path = `${userApi}/Web%20App/latest/badge`;
    expect((await broker.request('GET', path)).status).toBe(406);
    expect((await broker.request('DELETE', path)).status).toBe(405);
  });

  it('shorten names of several words', () => {
    const short = (name: string) => shortName(name, { initials: true });
    expect(['My App', 'my_app', 'my-app', 'MyApp', 'App', 'HTTPServer'].map(short)).toEqual([
      'ma',
      'ma',
      'ma',
      'ma',
      'app',
      'hs',
    ]);
  });
});
