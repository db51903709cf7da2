import { expect, it } from '@jest/globals';
import { encodeMessage } from './encoded-message.ts';
import { messageWithMetadata } from './message-providers.ts';

const octets = 'application/octet-stream';
const bytes = Buffer.from([0, 1, 255]);

it.each<[string, unknown, string | undefined, string, Buffer | string]>([
  ['a value', { a: 1 }, undefined, 'application/json', '{"a":1}'],
  ['a value whatever the contract says', { a: 1 }, 'text/plain', 'application/json', '{"a":1}'],
  ['null', null, undefined, 'application/json', 'null'],
  ['a number', 0, undefined, 'application/json', '0'],
  ['a text', 'hi', undefined, 'text/plain', 'hi'],
  ['an empty text', '', undefined, 'text/plain', ''],
  ['a text of a type', '<a/>', 'application/xml', 'application/xml', '<a/>'],
  ['a text that is JSON', 'hi', 'application/json', 'application/json', '"hi"'],
  [
    'a text of a JSON type',
    'hi',
    'application/vnd.a+json; charset=utf-8',
    'application/vnd.a+json; charset=utf-8',
    '"hi"',
  ],
  ['a text that is not JSON', 'hi', 'application/jsonl', 'application/jsonl', 'hi'],
  ['bytes', bytes, undefined, octets, bytes],
  ['bytes of a type', bytes, 'image/png', 'image/png', bytes],
  ['bytes of JSON', Buffer.from('{"a": 1.0}'), 'application/json', 'application/json', '{"a": 1.0}'],
  ['an array of bytes', new Uint8Array(bytes), undefined, octets, bytes],
])('A message of %s is encoded', (_, given, contracted, contentType, body) => {
  expect(encodeMessage(given, { contentType: contracted })).toEqual({
    contentType,
    body: Buffer.from(body),
    metadata: {},
  });
});

it.each([['contentType'], ['content-type'], ['Content-Type']])(
  'The content type in its metadata counts before all: %s',
  (name) => {
    const metadata = { [name]: 'application/cloudevents+json', topic: 't' };
    const encoded = encodeMessage(messageWithMetadata('hi', metadata), { contentType: 'text/plain' });
    expect(encoded).toEqual({ contentType: metadata[name], body: Buffer.from('"hi"'), metadata });
  },
);

it.each([
  ['nothing', undefined, 'returned nothing'],
  ['metadata alone', messageWithMetadata(undefined, { topic: 't' }), 'returned nothing'],
  ['a function', () => 1, 'returned a function'],
  ['a symbol', Symbol('x'), 'returned a symbol'],
])('%s is not a message', (_, given, message) => {
  expect(() => encodeMessage(given, { contentType: undefined })).toThrow(message);
});
