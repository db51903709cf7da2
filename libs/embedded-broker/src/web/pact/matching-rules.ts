import { isObject, type JsonTree } from '../../pacts/index.ts';
import { matchersWords, matcherWords } from './matcher-words.ts';

/** What a consumer allows of a value, in words. */
export interface ShownRule {
  /** Which value: `body $.items[*].id`. */
  readonly where: string;
  readonly words: string;
}

/** The matching rules of a request, a response or a message, in words. */
export function rulesOf(rules: JsonTree | undefined): ShownRule[] {
  if (!isObject(rules)) return [];
  return Object.entries(rules).flatMap(([key, value]) => {
    // Version 2 names whole paths, `$.body.id`; later ones group them by what they are about.
    if (key.startsWith('$')) return [{ where: key.replace(/^\$\./, ''), words: matcherWords(value) }];
    if (!isObject(value)) return [];
    if (Array.isArray(value['matchers'])) return [{ where: key, words: matchersWords(value) }];
    return Object.entries(value).map(([path, matchers]) => ({
      where: whereOf(key, path),
      words: matchersWords(matchers),
    }));
  });
}

/** Which value of a part: `body $.id`. A status has no places in it. */
export function whereOf(key: string, path: string): string {
  return key === 'status' && path === '$' ? key : `${key} ${path}`;
}
