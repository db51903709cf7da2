import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('A short form of can-i-deploy', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.publish('Con', 'Prov', { version: '1', content: 'a', branch: 'main', tags: ['dev'] });
    await broker.verify('Con', 'Prov', { version: '10', success: false });
    await broker.verify('Con', 'Prov', { version: '11' });
    for (const version of ['10', '11']) {
      await broker.deploy('Prov', version, 'production', {}, 'pb:record-release');
      await broker.request('PUT', `/pacticipants/Prov/versions/${version}/tags/live`, {});
    }
    await broker.deploy('Prov', '11', 'test');
    await broker.publish('Con', 'Prov', { version: '2', content: 'b', branch: 'feat', tags: ['dev', 'wip'] });
    await broker.publish('Con', 'Prov', { version: '3', content: 'c', tags: ['stable'] });
    await broker.verify('Con', 'Prov', { consumerVersion: '3', version: '10' });
    await broker.request('PUT', '/pacticipants/Con/versions/1/tags/stable', {});
  });
  afterAll(() => broker.close());
  const ask = (path: string) => broker.request('GET', path);

  it.each([
    ['looks at every live version', 'version=1&environment=production', false],
    ['says yes where all of them verified it', 'version=1&environment=test', true],
    ['looks at the latest version with a tag only', 'version=1&to=live', true],
    ['does not know where no version has the tag', 'version=1&to=none', null],
    ['does not know of what was not verified', 'version=2&environment=test', null],
    ['leaves a pacticipant out', 'version=1&environment=production&ignore[][pacticipant]=Prov', true],
    ['leaves one out that is named alone', 'version=1&environment=production&ignore[]=Prov', true],
    [
      'leaves one version out',
      'version=1&environment=production&ignore[][pacticipant]=Prov&ignore[][version]=10',
      true,
    ],
    [
      'leaves only that out',
      'version=1&environment=production&ignore[][pacticipant]=Prov&ignore[][version]=11',
      false,
    ],
    ['takes blank places for none', 'version=1&environment=test&to=', true],
  ])('%s', async (_, query, deployable) => {
    expect(await ask(`/can-i-deploy?pacticipant=Con&${query}`)).toMatchObject({
      status: 200,
      body: { summary: { deployable } },
    });
  });

  it.each([
    ['ignore[]=', 'any version of  (no such pacticipant exists)'],
    ['ignore[][pacticipant]=', 'any version of  (no such pacticipant exists)'],
    ['ignore[]=Nobody', 'any version of Nobody (no such pacticipant exists)'],
    ['ignore[]', undefined],
    ['ignore[][version]=1', undefined],
    ['ignore=', undefined],
  ])('warns of a name that it cannot ignore: ?%s', async (ignore, name) => {
    const { body } = await ask(`/can-i-deploy?pacticipant=Con&version=1&environment=test&${ignore}`);
    const { notices, summary } = body as { notices: { type: string; text: string }[]; summary: object };
    expect(summary).toMatchObject({ deployable: true });
    expect(notices.filter(({ type }) => type === 'warning')).toEqual(
      name === undefined ? [] : [{ type: 'warning', text: `WARN: Cannot ignore ${name}` }],
    );
  });

  it('asks of a provider about the latest consumer version with a tag only', async () => {
    expect((await ask('/can-i-deploy?pacticipant=Prov&version=10&to=stable')).body).toMatchObject({
      summary: { deployable: true },
    });
  });

  it.each([
    [
      '',
      {
        pacticipant: ['is missing'],
        version: ['is missing'],
        '': ["Must specify either an environment or a 'to' tag."],
      },
    ],
    ['pacticipant=Nah&version=1&to=x', { pacticipant: ['does not match an existing pacticipant'] }],
    ['pacticipant=Con&to=x', { version: ['is missing'] }],
    ['pacticipant=Con&version=1&environment=nah', { environment: ["with name 'nah' does not exist"] }],
    [
      'pacticipant=Con&version=1&environment=test&to=x',
      { '': ["Cannot specify both a 'to' tag and an environment."] },
    ],
  ])('refuses ?%s', async (query, errors) => {
    expect(await ask(`/can-i-deploy?${query}`)).toMatchObject({ status: 400, body: { errors } });
  });

  it.each([
    [
      'the head of a branch',
      'Con/branches/main/latest-version/can-i-deploy/to-environment/production',
      false,
    ],
    ['it where all can be seen', 'Con/branches/main/latest-version/can-i-deploy/to-environment/test', true],
    ['another branch', 'Con/branches/feat/latest-version/can-i-deploy/to-environment/test', null],
    ['the latest version with a tag', 'Con/latest-version/dev/can-i-deploy/to/live', null],
    ['a provider', 'Prov/latest-version/live/can-i-deploy/to/dev', null],
  ])('asks about %s', async (_, path, deployable) => {
    expect(await ask(`/pacticipants/${path}`)).toMatchObject({
      status: 200,
      body: { summary: { deployable } },
    });
  });

  it.each([
    'Con/branches/none/latest-version/can-i-deploy/to-environment/test',
    'Con/branches/main/latest-version/can-i-deploy/to-environment/none',
    'Nobody/branches/main/latest-version/can-i-deploy/to-environment/test',
    'Con/latest-version/none/can-i-deploy/to/live',
    'Con/latest-version/main/can-i-deploy/to/live',
  ])('does not know /pacticipants/%s', async (path) => {
    expect((await ask(`/pacticipants/${path}`)).status).toBe(404);
  });

  it('shows every row, however many', async () => {
    const answer = await ask('/can-i-deploy?pacticipant=Con&version=1&environment=production&limit=1');
    expect((answer.body as { matrix: object[] }).matrix).toHaveLength(2);
  });
});
