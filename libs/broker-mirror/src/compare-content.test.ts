import { describe, expect, it, test } from '@jest/globals';
import { deploymentOf, inventory, pacticipant, releaseOf, resultOf, versionOf } from '../test/inventories.ts';
import { countByKind, orderDifferences } from './compare-content.ts';
import type { Inventory } from './inventory/index.ts';

const c1 = (more: Parameters<typeof versionOf>[2] = {}) =>
  inventory({ pacticipants: [pacticipant('C', versionOf('C', '1', more))] });
const bare = c1();
const named = (more: object) => inventory({ pacticipants: [{ ...pacticipant('C'), ...more }] });
const content = (...results: readonly ReturnType<typeof resultOf>[]) =>
  inventory({ contents: [{ consumer: 'C', provider: 'P', consumerVersion: '1', results }] });
const environment = { name: 'uat', url: 'u', body: { name: 'uat', displayName: 'UAT', production: false } };
const webhook = { uuid: 'w', body: { enabled: true }, hidden: [] };

/**
 * A kind, a broker without an item of it and one with an item, the item's name, and whether the target may not have
 * others.
 */
const kinds: readonly [what: string, without: Inventory, having: Inventory, thing: string, agree: boolean][] =
  [
    ['pacticipants', inventory(), named({}), 'C', false],
    [
      'main branches and other attributes',
      named({}),
      named({ attributes: { mainBranch: 'main' } }),
      'C: mainBranch main',
      true,
    ],
    ['labels', named({}), named({ labels: ['l'] }), 'C: l', true],
    ['versions', named({}), bare, 'C 1', true],
    ['versions on branches', bare, c1({ branches: [{ name: 'b', isHead: false }] }), 'C 1 on branch b', true],
    [
      'branch heads',
      c1({ branches: [{ name: 'b', isHead: false }] }),
      c1({ branches: [{ name: 'b', isHead: true }] }),
      'C 1 at the head of b',
      true,
    ],
    ['tags', bare, c1({ tags: ['t'] }), 'C 1 tagged t', true],
    ['build URLs', bare, c1({ buildUrl: 'http://ci/1' }), 'C 1 built by http://ci/1', true],
    ['pacts', bare, c1({ pacts: [{ provider: 'P', url: 'u' }] }), 'C 1 with P', true],
    ['verification results', content(), content(resultOf('7', true)), 'C 1 by P 7: success', true],
    ['environments', inventory(), inventory({ environments: [environment] }), 'uat', false],
    [
      'current deployments',
      inventory(),
      inventory({ deployments: [deploymentOf('C', '1', { instance: 'eu' })] }),
      'C 1 in production as eu',
      true,
    ],
    [
      'past deployments',
      inventory(),
      inventory({ deployments: [deploymentOf('C', '1', { isCurrent: false })] }),
      'C 1 in production',
      false,
    ],
    [
      'supported releases',
      inventory(),
      inventory({ releases: [releaseOf('C', '1', true)] }),
      'C 1 in production',
      true,
    ],
    [
      'ended releases',
      inventory(),
      inventory({ releases: [releaseOf('C', '1', false)] }),
      'C 1 in production',
      false,
    ],
    ['webhooks', inventory(), inventory({ webhooks: [webhook] }), 'w', false],
  ];

describe('The counts', () => {
  test('have the kinds of the table above', () => {
    const counted = countByKind(inventory(), inventory()).map(({ what }) => what);
    expect(kinds.map(([what]) => what)).toEqual(counted);
  });

  it.each(kinds)('name missing %s, and nothing else', (what, without, having, thing) => {
    const differing = countByKind(having, without).filter(({ missing }) => missing.length > 0);
    const own = differing.find((count) => count.what === what);
    expect(own).toMatchObject({ from: 1, to: 0, missing: [thing], extra: [] });
    const same = countByKind(having, having);
    expect(same.filter(({ missing, extra }) => missing.length + extra.length > 0)).toEqual([]);
    expect(same.find((count) => count.what === what)).toMatchObject({ from: 1, to: 1, onlyThere: 0 });
    expect(differing).toEqual([own]);
  });

  it.each(kinds.filter(([what]) => what !== 'pacticipants'))(
    'name %s that only the target has, and whether that is a difference',
    (what, without, having, thing, mustAgree) => {
      const count = countByKind(without, having).find((one) => one.what === what);
      expect(count).toMatchObject({ from: 0, to: 0, onlyThere: 1, extra: [thing], mustAgree });
    },
  );

  it('include other pacticipants of the target, but not their content', () => {
    const source = inventory({ pacticipants: [pacticipant('C')] });
    const target = inventory({ pacticipants: [pacticipant('C'), pacticipant('O', versionOf('O', '1'))] });
    const counts = countByKind(source, target);
    expect(counts.find(({ what }) => what === 'versions')).toMatchObject({ onlyThere: 0, extra: [] });
    expect(counts.find(({ what }) => what === 'pacticipants')).toMatchObject({ onlyThere: 1, extra: [] });
  });

  it('number equal results', () => {
    const [source, target] = [
      content(resultOf('7', true), resultOf('7', true)),
      content(resultOf('7', true)),
    ];
    const count = countByKind(source, target).find(({ what }) => what === 'verification results');
    expect(count).toMatchObject({ from: 2, to: 1, missing: ['C 1 by P 7: success (2)'] });
  });
});

/** `A:1 2`: pacticipant A with versions 1 and 2, 1 being the older one. */
const ordered = (text: string) =>
  inventory({
    pacticipants: text
      .split(' / ')
      .map((one) => one.split(':'))
      .map(([name = '', numbers = '']) =>
        pacticipant(name, ...numbers.split(' ').map((number) => versionOf(name, number))),
      ),
  });

describe('The order of versions', () => {
  it.each([
    ['A:1 2 3', 'A:1 2 3', []],
    ['A:1 2', 'A:2 1', ["the order of A's versions: 2 is in the place of 1"]],
    ['A:1 2 3', 'A:1 3 2', ["the order of A's versions: 3 is in the place of 2"]],
    ['A:1 2', 'A:0 1 own 2', []],
    ['A:1 2 / B:1 2', 'A:1 2 / B:2 1', ["the order of B's versions: 2 is in the place of 1"]],
    ['A:1 2', 'B:2 1', []],
  ])('%s and at the target %s', (source, target, differences) => {
    expect(orderDifferences(ordered(source), ordered(target))).toEqual(differences);
  });
});
