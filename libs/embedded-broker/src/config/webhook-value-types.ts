import { isIP } from 'node:net';
import { METHODS } from '../node-http.ts';
import { listOf, type ValueType } from './value-types.ts';

const only = (isOne: (word: string) => boolean) => (word: string) => (isOne(word) ? word : undefined);

/** Hosts that webhooks may call. What is no such entry would allow nothing, or more than somebody meant. */
export const hostEntries: ValueType<readonly string[]> = listOf(
  'host names, `*.name`, addresses, CIDR blocks or `/regular expressions/`, separated by spaces',
  only(isHostEntry),
);

/** Schemes of the URLs of webhooks: those that the broker speaks. */
export const schemes: ValueType<readonly string[]> = listOf(
  '`http` or `https` or both, separated by a space',
  only((word) => ['http', 'https'].includes(word.toLowerCase())),
);

export const methods: ValueType<readonly string[]> = listOf(
  'HTTP methods, separated by spaces',
  only((word) => METHODS.includes(word.toUpperCase())),
);

export const statusCodes: ValueType<readonly number[]> = listOf(
  'status codes from 100 to 599, separated by spaces',
  (word) => (/^[1-5]\d\d$/.test(word) ? Number(word) : undefined),
);

function isHostEntry(entry: string): boolean {
  return isExpression(entry) || isBlock(entry) || isName(entry.replace(/^\*\./, ''));
}

function isExpression(entry: string): boolean {
  const [, source] = /^\/(.+)\/$/.exec(entry) ?? [];
  if (source === undefined) return false;
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

/** An address, also in brackets, or a block of addresses. */
function isBlock(entry: string): boolean {
  const [, network = '', prefix] = /^(.*?)(?:\/(\d{1,3}))?$/s.exec(entry.replace(/^\[(.*)\]$/, '$1')) ?? [];
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(network)] ?? -1;
  return Number(prefix ?? 0) <= bits;
}

/** A name as URLs have it, in which the last part is never a number. */
function isName(entry: string): boolean {
  return /^(?:[\w-]+\.)*[\w-]+\.?$/.test(entry) && !/(?:^|\.)\d+\.?$/.test(entry);
}
