import { describe, expect, it } from '@jest/globals';
import { contentSha, pactContent } from './content.ts';
import { parseTree } from './json-tree.ts';

const sha = (text: string) => contentSha(parseTree(text));
const withBody = (body: string) => `{"interactions":[{"description":"d","response":{"body":${body}}}]}`;

/** As it was published to the official broker 2.120.0, which gave it the ids below. */
const published =
  '{"consumer":{"name":"Foo"},"provider":{"name":"Bar"},"interactions":[{"description":"d","request":{"method":"GET","path":"/"},' +
  '"response":{"status":200,"body":null}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}';

describe('The content of a pact', () => {
  it('has the sha and ids that the official broker gives it', () => {
    const { sha, text } = pactContent(parseTree(published));
    expect(sha).toBe('f0a8ca0f4d7dbe36f9ec2b3ed262c353cbae1dad');
    expect(text).toBe(
      published.replace(
        '[{"description"',
        '[{"_id":"f8045740c1161a469ed52c9b4b4130b284722701","description"',
      ),
    );
  });

  it.each([
    ['the order of keys', '{"a":1,"interactions":[{"b":1,"c":2}]}', '{"interactions":[{"c":2,"b":1}],"a":1}'],
    ['the order of interactions', '{"interactions":[{"a":1},{"b":2}]}', '{"interactions":[{"b":2},{"a":1}]}'],
    ['names', '{"consumer":{"name":"A"},"interactions":[]}', '{"consumer":{"name":"B"},"interactions":[]}'],
    ['other metadata', '{"metadata":{"x":1},"interactions":[]}', '{"metadata":{"x":2},"interactions":[]}'],
    ['white space', '{ "interactions": [ ] }', '{"interactions":[]}'],
    ['the order of messages', '{"messages":[{"a":1},{"b":2}]}', '{"messages":[{"b":2},{"a":1}]}'],
    [
      'what the broker writes itself',
      '{"interactions":[{"a":1}]}',
      '{"interactions":[{"a":1}],"createdAt":"x","_links":{}}',
    ],
    [
      'a specification of null',
      '{"interactions":[],"metadata":{"pactSpecificationVersion":null}}',
      '{"interactions":[]}',
    ],
    [
      'how the specification is spelled',
      '{"interactions":[],"metadata":{"pactSpecification":{"version":"3.0"}}}',
      '{"interactions":[],"metadata":{"pact-specification":{"version":"3.0"}}}',
    ],
    [
      'how older ones spelled the specification',
      '{"interactions":[],"metadata":{"pactSpecification":{"version":"3.0"}}}',
      '{"interactions":[],"metadata":{"pactSpecificationVersion":"3.0"}}',
    ],
  ])('does not depend on %s', (_, a, b) => {
    expect(sha(a)).toBe(sha(b));
  });

  it.each([
    ['1 and 1.0', withBody('1'), withBody('1.0')],
    ['large numbers', withBody('12345678901234567890'), withBody('12345678901234567891')],
    ['messages', '{"messages":[{"a":1}]}', '{"messages":[{"a":2}]}'],
    [
      'messages beside interactions',
      '{"interactions":[{}],"messages":[{"a":1}]}',
      '{"interactions":[{}],"messages":[{"a":2}]}',
    ],
    ['interactions and messages', '{"interactions":[{"a":1}]}', '{"messages":[{"a":1}]}'],
    ['how many there are of the same', '{"interactions":[{}]}', '{"interactions":[{},{}]}'],
    ['the order of other lists', withBody('[1,2]'), withBody('[2,1]')],
    [
      'the specification',
      '{"interactions":[],"metadata":{"pactSpecification":{"version":"2.0"}}}',
      '{"interactions":[],"metadata":{"pactSpecification":{"version":"3.0"}}}',
    ],
    ['null and nothing', withBody('null'), '{"interactions":[{"description":"d","response":{}}]}'],
  ])('tells apart %s', (_, a, b) => {
    expect(sha(a)).not.toBe(sha(b));
  });

  it('is stored with numbers as they are spelled', () => {
    const { text } = pactContent(parseTree(withBody('{"a":1.0,"b":1e3,"c":-0,"d":123456789012345678901}')));
    expect(text).toContain('{"a":1.0,"b":1e3,"c":-0,"d":123456789012345678901}');
  });

  it('is stored without what the broker writes itself, and with new ids for old', () => {
    const { text } = pactContent(
      parseTree('{"_links":{},"createdAt":"x","interactions":[{"a":1,"_id":"old"}]}'),
    );
    expect(text).toMatch(/^\{"interactions":\[\{"_id":"[0-9a-f]{40}","a":1\}\]\}$/);
  });

  it('counts whole where there are no interactions', () => {
    expect(sha('{"random":1}')).not.toBe(sha('{"random":2}'));
    expect(sha('[1]')).not.toBe(sha('[2]'));
  });

  it('may be nested only so deep', () => {
    expect(() => parseTree('['.repeat(51) + ']'.repeat(51))).toThrow('too deep');
    expect(() => parseTree('"' + '['.repeat(51) + '"')).not.toThrow();
  });
});
