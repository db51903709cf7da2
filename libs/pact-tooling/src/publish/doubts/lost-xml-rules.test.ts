import { describe, expect, it } from '@jest/globals';
import { lostXmlRules } from './lost-xml-rules.ts';

const prefixed = "<?xml version='1.0'?><p:a xmlns:p='urn:x' id='1'><p:b p:c='1' d='2'>t</p:b></p:a>";
const byDefault = "<a xmlns='urn:x'><b>t</b></a>";
const mixed = "<a xmlns:p='urn:x'><b xml:lang='de' p:c='1'>t</b><p:e/></a>";
const doubt = (body: string, ...rulePaths: string[]) =>
  lostXmlRules([{ description: 'a letter', body, rulePaths }]);

// What Pact's verifier does with each of these was tried out with pact-core 20.2.0 (FFI 0.5.8).
describe('XML matchers that never apply', () => {
  it.each([
    [prefixed, '$.p:a', "$['urn:x:a']"],
    [prefixed, "$.p:a['@id']", "$['urn:x:a']['@id']"],
    [prefixed, '$.p:a.p:b.#text', "$['urn:x:a']['urn:x:b']['#text']"],
    [prefixed, "$['p:a']['p:b']['@d']", "$['urn:x:a']['urn:x:b']['@d']"],
    [prefixed, '$["p:a"].*[\'@p:c\']', "$['urn:x:a']['urn:x:b']['@urn:x:c']"],
    [byDefault, '$.a.b.#text', "$['urn:x:a']['urn:x:b']['#text']"],
    [mixed, "$.a.b['@p:c']", "$['a']['b']['@urn:x:c']"],
    [mixed, "$.a.b['@xml:lang']", "$['a']['b']['@http://www.w3.org/XML/1998/namespace:lang']"],
    [mixed, '$.a.p:e', "$['a']['urn:x:e']"],
  ])('are reported in %s: %s', (body, path, needed) => {
    const text = doubt(body, path);
    expect(text).toContain(`writes the path ${path}, but looks for ${needed}, with the namespace`);
    expect(text).toContain('"a letter"');
    expect(text).toContain('matchingRules');
  });

  it.each([
    ['no namespace', '<a><b c="1">t</b></a>', ['$.a.b.#text', "$.a.b['@c']"]],
    ['a namespace elsewhere', mixed, ['$.a.b', '$.a.b.#text']],
    ['the namespace in the path', prefixed, ["$['urn:x:a']['urn:x:b']['#text']"]],
    ['a prefix that is the namespace', "<p:a xmlns:p='p'>t</p:a>", ['$.p:a.#text']],
    ['wildcards', prefixed, ['$.*.*.#text', "$.*.*['@d']"]],
    ['the declaration of a namespace', mixed, ["$.a['@xmlns:p']"]],
    ['a rule beside it that applies', prefixed, ['$.p:a.p:b.#text', "$['urn:x:a']['urn:x:b']['#text']"]],
    ['a rule around it that applies', prefixed, ['$.p:a.p:b.#text', "$['urn:x:a']"]],
    ['a path to nothing', prefixed, ['$.p:a.p:z']],
    ['an index', prefixed, ['$.p:a[0]']],
    ['a prefix that nothing declares', '<p:a>t</p:a>', ['$.p:a.#text']],
    ['XML that is broken', "<p:a xmlns:p='urn:x'>", ['$.p:a']],
    ['another text', 'p:a', ['$.p:a']],
    ['no rule', prefixed, []],
  ])('are not reported with %s', (_, body, paths) => {
    expect(doubt(body, ...paths)).toBeUndefined();
  });

  it('are counted, with the descriptions of their interactions', () => {
    const part = { body: prefixed, rulePaths: ['$.p:a', '$.p:a.p:b'] };
    const text = lostXmlRules([
      { ...part, description: 'one' },
      { ...part, description: 'two' },
    ]);
    expect(text).toContain('4 of the XML matchers of "one" and "two" never apply');
  });
});
