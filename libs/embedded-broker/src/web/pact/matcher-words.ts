import { isObject, valueAt, type JsonTree } from '../../pacts/index.ts';
import { asWritten } from './plain-values.ts';
import { statusWords } from './status-words.ts';

/** The matchers of a value in words. Pact JS writes those of a list once for each of its examples; they are said once. */
export function matchersWords(rule: JsonTree): string {
  const matchers = valueAt(rule, 'matchers');
  if (!Array.isArray(matchers)) return matcherWords(rule);
  const word = valueAt(rule, 'combine') === 'OR' ? ' or ' : ' and ';
  return [...new Set(matchers.map(matcherWords))].join(word);
}

/** One matcher in words. */
export function matcherWords(matcher: JsonTree): string {
  const given = (key: string) => {
    const value = valueAt(matcher, key);
    return value === undefined ? undefined : asWritten(value);
  };
  // Old pacts leave out what the other keys say already.
  const name =
    given('match') ??
    ['regex', 'timestamp', 'date', 'time'].find((key) => given(key) !== undefined) ??
    'type';
  const kind = name
    .replace(/^(?:min|max|min-max)-type$/, 'type')
    .replaceAll(/-(\w)/g, (_, first: string) => first.toUpperCase());
  const words = Object.hasOwn(known, kind) ? known[kind] : undefined;
  return words ? words(given, matcher) : unknownWords(name, matcher);
}

type Words = (given: (key: string) => string | undefined, matcher: JsonTree) => string;

const known: Readonly<Record<string, Words>> = {
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
  eachKey: (_, matcher) => `has keys of which each ${eachWords(matcher)}`,
  eachValue: (_, matcher) => `has values of which each ${eachWords(matcher)}`,
  arrayContains: (_, matcher) => `contains, among others, ${variantsWords(matcher)}`,
  contentType: (given) => `is content of the type ${given('value') ?? ''}`,
  notEmpty: () => 'is not empty',
  semver: () => 'is a semantic version',
  statusCode: (_, matcher) => statusWords(valueAt(matcher, 'status')),
};

/** What a plugin calls a matcher, and its values. */
function unknownWords(name: string, matcher: JsonTree): string {
  const values = Object.entries(isObject(matcher) ? matcher : {}).filter(([key]) => key !== 'match');
  const said = values.map(([key, value]) => `${key} ${asWritten(value)}`);
  return `matches by the rule ${name}${said.length === 0 ? '' : ` (${said.join(', ')})`}`;
}

/** The rules for each key or value of an object. */
function eachWords(matcher: JsonTree): string {
  const rules = valueAt(matcher, 'rules');
  const words = Array.isArray(rules) ? [...new Set(rules.map(matcherWords))] : [];
  return words.length === 0 ? 'is like the one shown' : words.join(' and ');
}

/** The elements that a list has to contain. */
function variantsWords(matcher: JsonTree): string {
  const variants = valueAt(matcher, 'variants');
  if (!Array.isArray(variants) || variants.length === 0) return 'the elements shown';
  return variants.map((variant, place) => variantWords(variant, place)).join('; ');
}

function variantWords(variant: JsonTree, place: number): string {
  const rules = valueAt(variant, 'rules');
  const words = Object.entries(isObject(rules) ? rules : {}).map(
    ([path, matchers]) => `${path} ${matchersWords(matchers)}`,
  );
  const index = Number(valueAt(variant, 'index') ?? place);
  return `one like the ${ordinal(index + 1)}${words.length === 0 ? '' : ` where ${words.join(' and ')}`}`;
}

function ordinal(number: number): string {
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
  return `${number}${endings[ordinals.select(number)]}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

function counted(min: string | undefined, max: string | undefined): string {
  if (min !== undefined && max !== undefined) return `, with ${min} to ${max} elements`;
  if (min !== undefined) return `, with at least ${min} element${min === '1' ? '' : 's'}`;
  return max === undefined ? '' : `, with at most ${max} element${max === '1' ? '' : 's'}`;
}
