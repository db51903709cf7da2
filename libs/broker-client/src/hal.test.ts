import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  embedded,
  findLink,
  findLinks,
  NotAPactBrokerError,
  requireEmbedded,
  requireLink,
  type HalResource,
} from './index.ts';

const resource = {
  _links: {
    one: { href: 'http://b/one' },
    several: [{ href: 'http://b/1', name: 'x' }, { href: 'http://b/2' }],
    none: [],
    odd: ['http://b/1', { href: 1 }, null],
    template: { href: 'http://b/{a}/x/{b}{a}' },
  },
  _embedded: { list: [{ name: 'x' }], single: { name: 'y' } },
} as unknown as HalResource;

describe('The link of a relation', () => {
  it.each([
    ['one', {}, 'http://b/one'],
    ['several', {}, 'http://b/1'],
    ['none', {}, undefined],
    ['odd', {}, undefined],
    ['other', {}, undefined],
    ['template', { a: '1', b: '2' }, 'http://b/1/x/21'],
    ['template', { a: '1' }, 'http://b/1/x/1'],
  ])('%s with %j is %s', (rel, values, expected) => {
    expect(findLink(resource, rel, values)).toBe(expected);
    if (expected === undefined) {
      expect(() => requireLink(resource, rel, 'http://b', values)).toThrow(NotAPactBrokerError);
      expect(() => requireLink(resource, rel, 'http://b', values)).toThrow(
        `http://b does not answer like a Pact Broker: its answer has no link "${rel}"`,
      );
    } else expect(requireLink(resource, rel, 'http://b', values)).toBe(expected);
  });

  it('encodes every name in the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const url = findLink({ _links: { r: { href: 'http://b/{name}/end' } } }, 'r', { name }) ?? '';
        const [encoded = '', ...rest] = url.slice('http://b/'.length).split('/');
        expect([decodeURIComponent(encoded), rest]).toEqual([name, ['end']]);
      }),
      { examples: [['a/b']] },
    );
  });

  it.each([
    ['one', ['http://b/one']],
    ['several', ['http://b/1', 'http://b/2']],
    ['none', []],
    ['other', []],
    ['odd', []],
  ])('%s are %j', (rel, expected) => {
    expect(findLinks(resource, rel).map(({ href }) => href)).toEqual(expected);
  });
});

describe('The embedded documents', () => {
  it.each([
    ['list', [{ name: 'x' }]],
    ['single', []],
    ['other', []],
  ])('of "%s" are %j', (name, expected) => {
    expect(embedded(resource, name)).toEqual(expected);
    expect(embedded({}, name)).toEqual([]);
  });

  it('of a list that has to be there may be none, but not missing', () => {
    expect(requireEmbedded(resource, 'list', 'http://b')).toEqual([{ name: 'x' }]);
    expect(requireEmbedded({ _embedded: { list: [] } }, 'list', 'http://b')).toEqual([]);
    for (const missing of [
      {},
      { _embedded: {} },
      { _embedded: { list: null } },
      { _embedded: { list: {} } },
    ]) {
      expect(() => requireEmbedded(missing, 'list', 'http://b')).toThrow(NotAPactBrokerError);
    }
  });
});
