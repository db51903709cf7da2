import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('The main branch of a pacticipant that has none', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
  });
  afterAll(() => broker.close());

  const put = (path: string) => broker.request('PUT', `/pacticipants/${path}`, {});
  const mainBranch = async (name: string) =>
    ((await broker.request('GET', `/pacticipants/${name}`)).body as { mainBranch?: string }).mainBranch;

  it.each([
    ['a branch called so', ['branches/develop/versions/1'], 'develop'],
    ['the first of several such', ['branches/master/versions/1', 'branches/main/versions/1'], 'master'],
    ['a tag called so', ['versions/1/tags/main'], 'main'],
    ['a tag called so on a version with a branch', ['branches/x/versions/1', 'versions/1/tags/main'], 'main'],
    ['no other branch', ['branches/mainline/versions/1', 'branches/Main/versions/1'], undefined],
    ['no other tag', ['versions/1/tags/prod'], undefined],
  ])('becomes %s', async (name, paths, expected) => {
    const pacticipant = name.replaceAll(' ', '-');
    for (const path of paths) await put(`${pacticipant}/${path}`);
    expect(await mainBranch(pacticipant)).toBe(expected);
  });

  it('becomes one by a version that is on it already, too', async () => {
    await put('Again/branches/main/versions/1');
    await put('Again/versions/1/tags/master');
    const merge = { 'content-type': 'application/merge-patch+json' };
    const clear = () => broker.request('PATCH', '/pacticipants/Again', { mainBranch: null }, merge);
    await clear();
    expect(await mainBranch('Again')).toBeUndefined();
    await put('Again/branches/main/versions/1');
    expect(await mainBranch('Again')).toBe('main');
    await clear();
    await put('Again/versions/1/tags/master');
    expect(await mainBranch('Again')).toBe('master');
  });

  it('is left alone where the settings say so, and goes by the names in them', async () => {
    await using off = await startTestBroker({ settings: { autoDetectMainBranch: false } });
    await using trunk = await startTestBroker({ settings: { mainBranchCandidates: ['trunk'] } });
    for (const one of [off, trunk])
      for (const branch of ['main', 'trunk'])
        await one.request('PUT', `/pacticipants/A/branches/${branch}/versions/1`, {});
    const found = async (one: TestBroker) =>
      ((await one.request('GET', '/pacticipants/A')).body as { mainBranch?: string }).mainBranch;
    expect([await found(off), await found(trunk)]).toEqual([undefined, 'trunk']);
  });
});
