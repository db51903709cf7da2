/** A query or form parameter as Rack nests them: text, a list, or a hash. Blank values are `""`, bare names `null`. */
export type RackValue = string | null | RackValue[] | RackHash;
export interface RackHash {
  [name: string]: RackValue;
}

/**
 * Parses a query string the way Rack does: `q[][a]=1&q[][b]=2&q[][a]=3` is a list of two hashes, since a
 * repeated key starts a new one. `q[]a=1` means the same, and brackets need no encoding.
 * Keys that contradict each other (`a=1&a[b]=2`) keep the first meaning. Source: Rack::QueryParser.
 * @param query without the leading `?`
 */
export function parseRackQuery(query: string): RackHash {
  const result = emptyHash();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? null : decode(pair.slice(equals + 1));
    store(result, name, value);
  }
  return result;
}

/** The parameter when it is plain text, else undefined. */
export function textOf(value: RackValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The hashes in a list parameter. */
export function hashesOf(value: RackValue | undefined): RackHash[] {
  return Array.isArray(value) ? value.filter(isHash) : [];
}

export function isHash(value: RackValue | undefined): value is RackHash {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function store(hash: RackHash, name: string, value: RackValue): void {
  const [, key = '', rest = ''] = /^\[?([^[\]]*)\]?(.*)$/s.exec(name) ?? [];
  if (key === '') return;
  if (rest === '') {
    hash[key] = value;
  } else if (rest === '[]') {
    const list = (hash[key] ??= []);
    if (Array.isArray(list)) list.push(value);
  } else if (rest.startsWith('[]')) {
    const list = (hash[key] ??= []);
    if (Array.isArray(list)) storeInLast(list, rest.slice(2), value);
  } else {
    const inner = (hash[key] ??= emptyHash());
    if (isHash(inner)) store(inner, rest, value);
  }
}

function storeInLast(list: RackValue[], name: string, value: RackValue): void {
  let last = list.at(-1);
  if (!isHash(last) || has(last, name)) {
    last = emptyHash();
    list.push(last);
  }
  store(last, name, value);
}

function has(hash: RackHash, name: string): boolean {
  const [, key = '', rest = ''] = /^\[?([^[\]]*)\]?(.*)$/s.exec(name) ?? [];
  const inner = hash[key];
  if (inner === undefined || rest.startsWith('[]')) return false;
  return rest === '' || (isHash(inner) && has(inner, rest));
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function emptyHash(): RackHash {
  return Object.create(null) as RackHash;
}
