import { isObject, valueAt, type JsonTree } from '../../pacts/index.ts';
import { whereOf, type ShownRule } from './matching-rules.ts';
import { asWritten } from './plain-values.ts';

/** The values of a request, a response or a message that are made anew each time, and how, in words. */
export function generatorsOf(generators: JsonTree | undefined): ShownRule[] {
  if (!isObject(generators)) return [];
  return Object.entries(generators).flatMap(([key, value]) => {
    if (!isObject(value)) return [];
    if (typeof value['type'] === 'string') return [{ where: key, words: generatorWords(value) }];
    return Object.entries(value).map(([path, generator]) => ({
      where: whereOf(key, path),
      words: generatorWords(generator),
    }));
  });
}

/**
 * The names of the values that a request takes from its provider states. The expression of a generator is a name, or a
 * text with names in `${…}`.
 * @param request the request of an interaction
 */
export function stateValuesOf(request: JsonTree): string[] {
  return [...new Set(expressionsIn(valueAt(request, 'generators')).flatMap(namesIn))];
}

function expressionsIn(tree: JsonTree | undefined): string[] {
  if (!isObject(tree)) return [];
  const { type, expression } = tree;
  if (type === 'ProviderState' && typeof expression === 'string') return [expression];
  return Object.values(tree).flatMap(expressionsIn);
}

function namesIn(expression: string): string[] {
  if (!expression.includes('${')) return [expression];
  return [...expression.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => String(name));
}

type Given = (key: string) => string | undefined;

const known: Readonly<Record<string, (given: Given) => string>> = {
  ProviderState: (given) => `from the provider state ${given('expression') ?? ''}`,
  RandomInt: (given) => `any whole number from ${given('min') ?? '0'} to ${given('max') ?? '2147483647'}`,
  RandomDecimal: (given) => `any decimal number${counted(given('digits'), 'digit')}`,
  RandomHexadecimal: (given) => `any hexadecimal number${counted(given('digits'), 'digit')}`,
  RandomString: (given) => `any text${counted(given('size'), 'character')}`,
  RandomBoolean: () => 'true or false',
  Regex: (given) => `any text that matches the pattern ${given('regex') ?? ''}`,
  Uuid: (given) => `any UUID${formatted(given)}`,
  Date: (given) => `the current date${formatted(given)}`,
  Time: (given) => `the current time${formatted(given)}`,
  DateTime: (given) => `the current date and time${formatted(given)}`,
  MockServerURL: () => 'an address at the server that is asked',
};

function generatorWords(generator: JsonTree): string {
  const given = (key: string) => {
    const value = valueAt(generator, key);
    return value === undefined || value === null ? undefined : asWritten(value);
  };
  const type = given('type') ?? 'without a name';
  return Object.hasOwn(known, type) ? (known[type]?.(given) ?? '') : `made by the generator ${type}`;
}

/** ` of 10 digits`; nothing where no number is given. */
function counted(number: string | undefined, noun: string): string {
  return number === undefined ? '' : ` of ${number} ${noun}${number === '1' ? '' : 's'}`;
}

/** How far a date is from now, and its format, as far as they are given. */
function formatted(given: Given): string {
  const [expression, format] = [given('expression'), given('format')];
  return [
    ...(expression === undefined ? [] : [`, ${expression}`]),
    ...(format === undefined ? [] : [`, in the format ${format}`]),
  ].join('');
}
