import { describe, expect, it } from '@jest/globals';
import { publishedContent } from './pact-text.ts';

const added = '"createdAt":"2026-11-25T07:53:50+00:00","_links":{"self":{"href":"http://x"}}';

describe('The published content of a pact that a broker serves', () => {
  it('is its text without the fields that the broker added, byte for byte', () => {
    const interactions =
      '[{"_id":"0a","description":"é \\u20ac","response":{"body":{"10":1.0,"2":1e3}}},{"_id":"1b"}]';
    const published =
      '{"consumer":{"name":"C"},"interactions":[{"description":"é \\u20ac","response":{"body":{"10":1.0,"2":1e3}}},{}]}';
    expect(publishedContent(`{"consumer":{"name":"C"},"interactions":${interactions},${added}}`)).toBe(
      published,
    );
  });

  it('keeps fields of the same names in other places', () => {
    const published =
      '{"messages":[{"contents":{"_id":"1","_links":[],"createdAt":2}}],"metadata":{"_id":3}}';
    const served = published.replace('[{', '[{"_id":"aa",').replace(/}$/, `,${added}}`);
    expect(publishedContent(served)).toBe(published);
  });

  it.each([
    [`{${added}}`, '{}'],
    [`{${added},"a":1}`, '{"a":1}'],
    [`{"a": 1, ${added}}`, '{"a": 1}'],
  ])('does not depend on their position: %s', (served, published) => {
    expect(publishedContent(served)).toBe(published);
  });

  it('does not exist if the pact is not an object', () => {
    expect(publishedContent('[1,2]')).toBeUndefined();
  });
});
