import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { requestsOfNative, requestsOfOurs } from '../../test/native-verification.ts';
import type { VerifyOptions } from './index.ts';

/** How many interactions a pact has, and how many pacts there are (FIDELITY_PACTS). */
const interactionsEach = 50;
const numRuns = Number(process.env['FIDELITY_PACTS'] ?? 6);

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PURGE', 'propfind', 'Report'];
const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
});
const anything = fc.string({ unit: 'grapheme', maxLength: 12 });

const path = fc
  .array(fc.oneof(anything, fc.constantFrom('..', '.', '%2F', 'a b', 'é', '')), { maxLength: 4 })
  .map((parts) => `/${parts.join('/')}`);

const query = fc.dictionary(anything, fc.array(anything, { minLength: 1, maxLength: 3 }), { maxKeys: 3 });

/** Names that say nothing about the connection or the body, which belong to the verifier. */
const headerName = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,11}$/)
  .filter(
    (name) =>
      !/^(te|host|via|trailer|upgrade|cookie|expect|connection|keep-alive|proxy-.*|content-.*|transfer-.*)$/i.test(
        name,
      ),
  );
const headers = fc.dictionary(
  headerName,
  fc.array(
    printable.map((value) => value.trim()),
    { minLength: 1, maxLength: 3 },
  ),
  {
    maxKeys: 4,
  },
);

const text = (contentType: string, content: fc.Arbitrary<unknown>) =>
  content.map((value) => ({ contentType, content: value, encoded: false }));
const bytes = (contentType: string, content: fc.Arbitrary<Uint8Array>, encoding?: string) =>
  content.map((value) => ({
    contentType,
    content: Buffer.from(value).toString('base64'),
    encoded: 'base64',
    encoding,
  }));

const body = fc.option(
  fc.oneof(
    text('application/json', fc.jsonValue()),
    text('application/vnd.api+json; charset=utf-8', fc.jsonValue()),
    text('text/plain', anything),
    text('application/xml', fc.constantFrom('<a b="1"> x </a>', '<?xml version="1.0"?><a/>')),
    text('application/x-www-form-urlencoded', fc.webQueryParameters()),
    bytes('application/octet-stream', fc.uint8Array({ maxLength: 300 })),
    bytes('image/png', fc.uint8Array({ maxLength: 300 })),
    bytes('multipart/form-data; boundary=b', fc.uint8Array({ maxLength: 300 })),
    bytes(
      'application/json',
      fc.json().map((json) => gzipSync(json)),
      'gzip',
    ),
    bytes(
      'application/json; charset=utf-16le',
      fc.json().map((json) => Buffer.from(json, 'utf16le')),
    ),
  ),
  { nil: undefined },
);

const request = fc
  .record({ method: fc.constantFrom(...methods), path, query, headers, body })
  .map(({ body: content, headers: others, ...rest }) => {
    const { encoding, ...contents } = { encoding: undefined, ...content };
    return {
      ...rest,
      headers: {
        ...others,
        ...(content ? { 'Content-Type': [content.contentType] } : {}),
        ...(encoding ? { 'Content-Encoding': [encoding] } : {}),
      },
      ...(content ? { body: contents } : {}),
    };
  });

const pact = fc
  .array(request, { minLength: interactionsEach, maxLength: interactionsEach })
  .map((requests) => ({
    consumer: { name: 'Consumer' },
    provider: { name: 'Provider' },
    interactions: requests.map((one, i) => ({
      type: 'Synchronous/HTTP',
      description: `request ${i}`,
      request: one,
      response: { status: 200 },
    })),
    metadata: { pactSpecification: { version: '4.0' } },
  }));

const looking: VerifyOptions['requestFilter'] = (seen, _response, next) => {
  JSON.stringify([seen.body, seen.query, seen.get('content-type')]);
  next();
};

describe('For any contract', () => {
  it(
    'the provider gets the requests of the native verifier, with and without a request filter',
    async () => {
      await fc.assert(
        fc.asyncProperty(pact, async (contract) => {
          const right = await requestsOfNative(contract);
          expect(right).toHaveLength(interactionsEach);
          expect(await requestsOfOurs(contract)).toEqual(right);
          expect(await requestsOfOurs(contract, { requestFilter: looking })).toEqual(right);
        }),
        { numRuns, endOnFailure: true },
      );
    },
    20_000 * numRuns,
  );
});
