import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from './languages.ts';

describe('The language of a text', () => {
  it.each([
    [{ wanted: 'de' }, 'de'],
    [{ wanted: 'de', accepted: 'en' }, 'de'],
    [{ wanted: 'fr', accepted: 'de' }, 'de'],
    [{ wanted: '../../x' }, 'en'],
    [{ accepted: false as const }, 'en'],
  ])('for %j is %s', (wish, language) => {
    expect(chooseLanguage(['en', 'de'], wish)).toBe(language);
  });
});
