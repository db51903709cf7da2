import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../../../test/broker-client.ts';

type Cell = string;
/** Where, expected and actual, as a row of the page shows them. */
type Row = readonly [where: Cell, expected: Cell, actual: Cell];

const none = 'not reported';

/** What verifiers built on Pact's Rust core say of each way to break a contract. */
const ofRust: Readonly<Record<string, readonly Row[]>> = {
  'another status': [['status', '404', '500']],
  'another value': [['body $.name', 'Mary', 'Ron']],
  'another number': [['body $.id', '10', '11']],
  'another type': [['body $.id', 'the same type as 10', 'one']],
  'an object for a list': [['body $', 'the same type as [{"id":10}]', '{"error":"jwt malformed"}']],
  'another form': [['body $.date', String.raw`match '^\d{4}-\d{2}$'`, 'November']],
  'a field less': [['body $', 'firstName', none]],
  'too few items': [['body $.tags', 'have minimum size of 2', '[]']],
  'another header': [['header X-Page', '1', '2']],
  'a header less': [['header X-Page', "a header 'X-Page'", 'missing']],
  'a header in another form': [['header X-Page', String.raw`match '^\d+$'`, 'one']],
  'another of the values of a header': [['header Vary', 'Origin', 'Cookie']],
  'a value of a header less': [['header Vary', 'Origin', 'missing']],
  'another parameter of a header': [
    ['header Content-Type', 'text/plain;charset=utf-8', 'text/plain;charset=utf-16'],
  ],
  'another text': [],
  'nothing for a value': [['body $.name', 'Mary', 'null']],
  'an empty value': [['body $.name', 'Mary', "''"]],
  'too many items': [['body $.ids', 'a List with 1 elements', '2 elements']],
  'another kind of body': [
    ['body $', 'application/json', 'text/plain;charset=utf-8'],
    ['header Content-Type', 'application/json', 'text/plain;charset=utf-8'],
  ],
  'no body': [
    ['body /', 'body Present(8 bytes, application/json)', 'empty'],
    ['header Content-Type', "a header 'Content-Type'", 'missing'],
  ],
  'no difference': [],
};

/** Texts are compared in specification 2 only, and a missing one has no type there. */
const ofRustV2: typeof ofRust = {
  ...ofRust,
  'another text': [['body $', 'Hello Mary', 'Goodbye Mary']],
  'no body': [
    ['body /', 'body Present(8 bytes)', 'empty'],
    ['header Content-Type', "a header 'Content-Type'", 'missing'],
  ],
};

/** The tooling names no place where a whole body is of another kind. */
const ofTooling: typeof ofRust = {
  ...ofRust,
  'another kind of body': [
    ['body', 'application/json', 'text/plain;charset=utf-8'],
    ['header Content-Type', 'application/json', 'text/plain;charset=utf-8'],
  ],
};

const ofRuby: Readonly<Record<string, readonly Row[]>> = {
  'another status': [['status', '404', '500']],
  'another value': [['body $.name', 'Mary', 'Ron']],
  'another number': [['body $.id', '10', '11']],
  'another type': [['body $.id', 'an Integer (like 10)', 'a String ("one")']],
  'an object for a list': [['body $', 'an Array', 'a Hash']],
  'another form': [
    ['body $.date', String.raw`a Value matching /^\d{4}-\d{2}$/ (like "2026-11")`, 'November'],
  ],
  'a field less': [['body $', none, none]],
  'too few items': [
    ['body $.tags[0]', none, none],
    ['body $.tags[1]', none, none],
  ],
  'another header': [['header', '1', '2']],
  'a header less': [['header', '1', 'nil']],
  'another kind of body': [
    ['body $', 'a Hash', 'a String ("sorry")'],
    ['header', 'application/json', 'text/plain;charset=utf-8'],
  ],
  'no body': [
    ['body $', 'a Hash', 'a String ("")'],
    ['header', 'application/json', 'nil'],
  ],
  'no difference': [],
};

/** The page that a browser gets of a recorded result, published as it was, with its contract. */
async function pageOf(recording: string): Promise<string> {
  const file = new URL(`../../../test/recorded/${recording}.json`, import.meta.url);
  const { contract, published } = JSON.parse(await readFile(file, 'utf8')) as Record<string, object>;
  const broker = await startTestBroker();
  try {
    await broker.request('PUT', '/pacts/provider/Provider/consumer/Consumer/version/1', contract);
    const { body } = await broker.request('GET', '/pacts/provider/Provider/consumer/Consumer/version/1');
    const { _links: links } = body as { _links: Record<string, { href: string }> };
    const answer = await broker.request('POST', links['pb:publish-verification-results']!.href, published);
    expect(answer.status).toBe(201);
    const accept = { accept: 'text/html' };
    return (await broker.request('GET', answer.headers.get('location')!, undefined, accept)).text;
  } finally {
    await broker.close();
  }
}

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim();

/** The rows of the interaction with this description. */
function rowsOf(page: string, description: string): readonly (readonly string[])[] {
  const section = page.split(/<section/).find((one) => words(`<${one}`).includes(`: ${description}`)) ?? '';
  return [...section.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, row = '']) => {
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => words(cell));
    return cells.length > 0 ? [cells.slice(0, 3)] : [];
  });
}

describe.each([
  ['pact-js-results', ofRust],
  ['pact-js-results-v2', ofRustV2],
  ['tooling-results', ofTooling],
  ['rust-verifier-results', ofRust],
  ['ruby-verifier-results', ofRuby],
])('The page of a result, published as in %s', (recording, expected) => {
  const loading = pageOf(recording);

  it.each(Object.entries(expected))(
    'shows of %s what was expected and what came',
    async (description, rows) => {
      expect(rowsOf(await loading, description)).toEqual(rows);
    },
  );

  it('finds the interaction of each result, and leaves the colours of a terminal out', async () => {
    const page = await loading;
    expect(words(page)).not.toContain('Not in this pact');
    expect(words(page)).not.toContain('Not reported ');
    expect(page).not.toMatch(/\p{Cc}\[\d+m/u);
  });
});
