import { isObject, treeText, valueAt, type JsonTree } from '../../pacts/index.ts';

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
    if (isObject(value) && Array.isArray(value['matchers']))
      return [{ where: key, words: matchersWords(value) }];
    if (!isObject(value)) return [];
    return Object.entries(value).map(([path, matchers]) => ({
      where: `${key} ${path}`,
      words: matchersWords(matchers),
    }));
  });
}

function matchersWords(rule: JsonTree): string {
  const matchers = valueAt(rule, 'matchers');
  if (!Array.isArray(matchers)) return matcherWords(rule);
  const word = valueAt(rule, 'combine') === 'OR' ? ' or ' : ' and ';
  return matchers.map(matcherWords).join(word);
}

type Words = (matcher: (key: string) => string | undefined) => string;

const simple: Readonly<Record<string, Words>> = {
  equality: () => 'is equal',
  type: (given) => `is of the same type${counted(given('min'), given('max'))}`,
  regex: (given) => `matches the pattern ${given('regex') ?? ''}`,
  number: () => 'is a number',
  integer: () => 'is a whole number',
  decimal: () => 'is a number with decimal places',
  boolean: () => 'is true or false',
  null: () => 'is null',
  include: (given) => `contains ${given('value') ?? ''}`,
  date: (given) => `is a date in the format ${given('format') ?? given('date') ?? 'yyyy-MM-dd'}`,
  time: (given) => `is a time in the format ${given('format') ?? given('time') ?? 'HH:mm:ss'}`,
  timestamp: (given) =>
    `is a date and time in the format ${given('format') ?? given('timestamp') ?? 'ISO 8601'}`,
  datetime: (given) => `is a date and time in the format ${given('format') ?? 'ISO 8601'}`,
  values: () => 'has values like the one shown, under any keys',
  eachKey: (given) => `has keys that each match ${given('rules') ?? 'the rules'}`,
  eachValue: (given) => `has values that each match ${given('rules') ?? 'the rules'}`,
  arrayContains: (given) =>
    `contains, among others, elements that match ${given('variants') ?? 'those shown'}`,
  contentType: (given) => `is content of the type ${given('value') ?? ''}`,
  notEmpty: () => 'is not empty',
  semver: () => 'is a semantic version',
  statusCode: (given) => `is one of the statuses ${given('status') ?? ''}`,
};

function matcherWords(matcher: JsonTree): string {
  const given = (key: string) => {
    const value = valueAt(matcher, key);
    return value === undefined ? undefined : typeof value === 'string' ? value : treeText(value);
  };
  // Old pacts leave out what the other keys say already.
  const kind =
    given('match') ??
    ['regex', 'timestamp', 'date', 'time'].find((key) => given(key) !== undefined) ??
    'type';
  const words = Object.hasOwn(simple, kind) ? simple[kind] : undefined;
  return words ? words(given) : `matches ${treeText(matcher)}`;
}

function counted(min: string | undefined, max: string | undefined): string {
  if (min !== undefined && max !== undefined) return `, with ${min} to ${max} elements`;
  if (min !== undefined) return `, with at least ${min} element${min === '1' ? '' : 's'}`;
  return max === undefined ? '' : `, with at most ${max} element${max === '1' ? '' : 's'}`;
}
