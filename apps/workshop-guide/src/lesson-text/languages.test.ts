import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from './languages.ts';

describe('The language of a text', () => {
  it.each([
    [{ requested: 'de' }, 'de'],
    [{ requested: 'de', accepted: 'en' }, 'de'],
    [{ requested: 'fr', accepted: 'de' }, 'de'],
    [{ requested: '../../x' }, 'en'],
    [{ accepted: false as const }, 'en'],
  ])('for %j is %s', (wish, language) => {
    expect(chooseLanguage(['en', 'de'], wish)).toBe(language);
  });
});
