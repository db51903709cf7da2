import { describe, expect, it } from '@jest/globals';
import { randomDescriptions } from './random-descriptions.ts';

// The first two are as pact-msw-adapter 3.0.1 wrote them with msw 2.15.0.
const written = ['7ed9fc38651dd8', '25f0be2e700e'];

describe('Random ids as descriptions', () => {
  it.each<[string, readonly string[]]>([
    ['request ids', written],
    ['a single one', ['25f0be2e700e']],
    ['one that happens to have digits only', [...written, '1234567890123']],
    ['UUIDs', ['0b36e6f4-4d05-4a2c-8e5a-3f6d43f1c9a1', 'F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6']],
    ['UUIDs without hyphens', ['0b36e6f44d054a2c8e5a3f6d43f1c9a1']],
  ])('are reported: %s', (_, descriptions) => {
    const doubt = randomDescriptions(descriptions);
    expect(doubt).toContain('random ids');
    expect(doubt).toContain(`"${descriptions[0]}"`);
    expect(doubt).toContain('writeToFile');
  });

  it.each<[string, readonly string[]]>([
    ['none', []],
    ['words', ['a request for user 1']],
    ['one among them that is not random', [...written, 'a request for user 1']],
    ['an id inside of words', ['a request for user 25f0be2e700e']],
    ['numbers', ['20261130', '1234567890']],
    ['a word of such letters', ['defaced', 'effacedd']],
    ['a short id', ['25f0be']],
    ['nothing at all', ['']],
  ])('are not reported: %s', (_, descriptions) => {
    expect(randomDescriptions(descriptions)).toBeUndefined();
  });
});
