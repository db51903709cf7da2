import type { IncomingMessage } from 'node:http';
import { expect, it } from '@jest/globals';
import { afterFilter } from './filtered-request.ts';
import type { Header, OutgoingRequest } from './outgoing.ts';

const body = Buffer.from('body');
const received: OutgoingRequest = {
  method: 'POST',
  path: '/a',
  headers: [
    ['Accept', 'x'],
    ['Content-Length', '4'],
  ],
  body,
};
const before = { accept: 'x', 'content-length': '4' };

/** What is sent when the filter leaves the request like this. */
const sent = (filtered: object, newBody = body, from = received) =>
  afterFilter(from, { headers: before, ...filtered } as IncomingMessage, before, newBody);

it.each<[string, object, Partial<OutgoingRequest>]>([
  ['nothing', {}, received],
  ['the method', { method: 'PUT' }, { method: 'PUT' }],
  ['the address', { url: '/b?c' }, { path: '/b?c' }],
  [
    'a header',
    { headers: { ...before, accept: 'y' } },
    {
      headers: [
        ['Content-Length', '4'],
        ['accept', 'y'],
      ],
    },
  ],
  [
    'a header of several values',
    { headers: { ...before, accept: ['y', 'z'] } },
    {
      headers: [
        ['Content-Length', '4'],
        ['accept', 'y'],
        ['accept', 'z'],
      ],
    },
  ],
  ['a new header', { headers: { ...before, b: '1' } }, { headers: [...received.headers, ['b', '1']] }],
  ['a header that goes', { headers: { 'content-length': '4' } }, { headers: [['Content-Length', '4']] }],
])('A filtered request has only the changes of the filter: %s', (_, filtered, outgoing) => {
  expect(sent(filtered)).toEqual({ ...received, ...outgoing });
});

it.each<[string, readonly Header[]]>([
  ['its old length', [['Content-Length', '4']]],
  ['chunks', [['Transfer-Encoding', 'chunked']]],
  ['none', []],
])('A changed body has its own length, instead of %s', (_, headers) => {
  const other = Buffer.from('é and more');
  expect(sent({}, other, { ...received, headers })).toEqual({
    ...received,
    headers: [['content-length', '11']],
    body: other,
  });
});
