import { describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../test/broker-client.ts';
import type { BrokerSettings } from './config/index.ts';

/** What a broker with these settings makes of a few requests; the official broker's answers are the expectations. */
const start = (settings: Partial<BrokerSettings>, now?: { time: number }) =>
  startTestBroker({ settings, clock: now && (() => new Date(now.time)) });

describe('With a setting changed', () => {
  it('allow_dangerous_contract_modification lets a pact be replaced', async () => {
    await using broker = await start({ allowDangerousContractModification: true });
    await broker.publish('Con', 'Prov', { content: 'a' });
    const again = await broker.publish('Con', 'Prov', { content: 'b' });
    expect(again.status).toBe(200);
    const pact = await broker.request('GET', '/pacts/provider/Prov/consumer/Con/latest');
    expect(pact.text).toContain('asks for \\"b\\"');
    await using strict = await start({});
    await strict.publish('Con', 'Prov', { content: 'a' });
    expect((await strict.publish('Con', 'Prov', { content: 'b' })).status).toBe(409);
  });

  it('check_for_potential_duplicate_pacticipant_names lets similar names be', async () => {
    for (const [check, status] of [
      [true, 409],
      [false, 200],
    ] as const) {
      await using broker = await start({ checkForPotentialDuplicatePacticipantNames: check });
      await broker.publish('FooBar', 'Prov');
      expect((await broker.publish('foo-bar', 'Prov')).status).toBe(status);
    }
  });

  const mainBranch = async (
    settings: Partial<BrokerSettings>,
    options: { branch?: string; tags?: string[] },
  ) => {
    await using broker = await start(settings);
    await broker.publish('Con', 'Prov', options);
    const { body } = await broker.request('GET', '/pacticipants/Con');
    return (body as { mainBranch?: string }).mainBranch;
  };

  it.each([
    [{}, { branch: 'main' }, 'main'],
    [{}, { tags: ['develop'] }, 'develop'],
    [{ autoDetectMainBranch: false }, { branch: 'main' }, undefined],
    [{ autoDetectMainBranch: false }, { tags: ['develop'] }, undefined],
    [{ mainBranchCandidates: ['trunk'] }, { branch: 'main' }, undefined],
    [{ mainBranchCandidates: ['trunk'] }, { branch: 'trunk' }, 'trunk'],
  ])('%j: after %j the main branch is %s', async (settings, options, expected) => {
    expect(await mainBranch(settings, options)).toBe(expected);
  });

  it.each([
    [{}, 10, ['dev']],
    [{}, 11, []],
    [{ useFirstTagAsBranch: false }, 0, []],
    [{ useFirstTagAsBranchTimeLimit: 60 }, 60, ['dev']],
  ])('%j: a tag set %i s after the version makes the branches %j', async (settings, seconds, branches) => {
    const now = { time: Date.UTC(2030, 0) };
    await using broker = await start(settings, now);
    await broker.request('PUT', '/pacticipants/Con/versions/1', {});
    now.time += seconds * 1000;
    await broker.request('PUT', '/pacticipants/Con/versions/1/tags/dev', {});
    const { body } = await broker.request('GET', '/pacticipants/Con/versions/1');
    const { branchVersions } = (body as { _embedded: { branchVersions: { name: string }[] } })._embedded;
    expect(branchVersions.map(({ name }) => name)).toEqual(branches);
  });

  it.each([
    [true, ['production']],
    [false, []],
  ])(
    'create_deployed_versions_for_tags %s: a tag called like an environment deploys to %j',
    async (given, expected) => {
      await using broker = await start({ createDeployedVersionsForTags: given });
      await broker.request('PUT', '/pacticipants/Con/versions/1/tags/production', {});
      const { body } = await broker.request('GET', '/pacticipants/Con/versions/1');
      const links = (body as { _links: Record<string, { name: string; currentlyDeployed: boolean }[]> })
        ._links;
      expect((links['pb:deployed-environments'] ?? []).map(({ name }) => name.toLowerCase())).toEqual(
        expected,
      );
    },
  );

  it('base_urls are those of the links', async () => {
    await using broker = await start({ baseUrls: ['https://pacts.example/broker', 'http://other'] });
    const self = async (headers: Record<string, string>) =>
      ((await broker.request('GET', '/', undefined, headers)).body as { _links: { self: { href: string } } })
        ._links.self.href;
    expect(await self({})).toBe('https://pacts.example/broker');
    expect(await self({ 'x-forwarded-host': 'other' })).toBe('http://other');
  });
});
