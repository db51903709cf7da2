import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';
import { failingTestResults, richPact } from '../../../test/rich-pact.ts';
import { circumstancesWords } from './circumstances.ts';
import { mismatchOf } from './mismatch.ts';
import { interactionResults } from './test-results.ts';

const page = { accept: 'text/html' };
const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

describe('The page of a verification result', () => {
  let broker: TestBroker;
  let ids: string[];
  let publishTo: string;
  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.request('PUT', '/pacts/provider/P/consumer/C/version/1', richPact('C', 'P'));
    const { body } = await broker.request('GET', '/pacts/provider/P/consumer/C/latest');
    const { interactions, _links: links } = body as {
      interactions: { _id: string }[];
      _links: Record<string, { href: string }>;
    };
    ids = interactions.map(({ _id }) => _id);
    publishTo = links['pb:publish-verification-results']?.href ?? '';
  });
  afterAll(() => broker.close());

  /** Publishes a result and visits its page, as a browser that follows the link of the answer. */
  async function visit(result: object, to = publishTo): Promise<string> {
    const answer = await broker.request('POST', to, { providerApplicationVersion: '7', ...result });
    expect(answer.status).toBe(201);
    const { status, text } = await broker.request(
      'GET',
      answer.headers.get('location') ?? '',
      undefined,
      page,
    );
    expect(status).toBe(200);
    return text;
  }

  it('shows what was expected and what came, interaction by interaction', async () => {
    const text = await visit({
      success: false,
      buildUrl: 'https://ci.example/7',
      testResults: [...failingTestResults(ids[0] ?? ''), { interactionId: ids[2], success: true }],
      verifiedBy: {
        implementation: 'Pact-Rust',
        version: '1.4.8',
        clientLanguage: { name: 'pact-core', version: '20.2.0' },
      },
    });
    const shown = words(text);
    expect(shown).toMatch(/Failed Given user 1 exists and the sun shines: a request for a user/);
    expect(shown).toContain("body $.name Mary Ron Expected 'Ron' (String) to be equal to 'Mary' (String)");
    expect(shown).toContain('status 404 500 expected 404 but was 500');
    expect(shown).toContain('Passed a user was renamed');
    expect(shown).toContain('Not reported a picture');
    expect(shown).toContain('Pact-Rust 1.4.8 by pact-core 20.2.0');
    expect(text).toContain('href="https://ci.example/7"');
  });

  it('shows exceptions, differences and interactions that the pact does not have, as pact-jvm publishes them', async () => {
    const shown = words(
      await visit({
        success: false,
        testResults: [
          {
            interactionId: ids[0],
            success: false,
            exceptions: [{ message: 'Boom', exceptionClass: 'java.io.IOException' }],
            mismatches: [
              {
                attribute: 'body',
                identifier: '$.0',
                description: "Expected doesNotExist='Test' but was missing",
                diff: '-    "documentId": 0\n+    "documentId": 1',
              },
            ],
          },
          { interactionId: 'ABC', success: true },
        ],
      }),
    );
    expect(shown).toContain('java.io.IOException: Boom');
    expect(shown).toContain('- "documentId": 0 + "documentId": 1');
    expect(shown).toMatch(/Not in this pact .*ABC/);
  });

  it('leaves no cell empty, whatever a verifier leaves out', async () => {
    const text = await visit({
      success: false,
      testResults: [
        {
          interactionId: ids[0],
          success: false,
          mismatches: [
            { attribute: 'body', identifier: '', description: null, diff: '- 1\n+ 2' },
            { exception: { message: 'Boom', exceptionClass: 'java.io.IOException' } },
            { attribute: 'exception', exceptionClass: 'X', description: '' },
            { description: 'Expected a response', expected: null, actual: undefined },
            { attribute: 'body-content-type', description: 'Expected JSON', unknown: 1 },
          ],
        },
        { interactionId: ids[1], success: false, exception: { message: 'Bang' } },
        { interactionId: ids[2], success: false },
      ],
    });
    const cells = [...text.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => words(cell).trim());
    const none = 'not reported';
    expect([0, 4, 8, 12, 16].map((start) => cells.slice(start, start + 4))).toEqual([
      ['body', none, none, 'See the difference below.'],
      [none, none, none, 'java.io.IOException: Boom'],
      ['exception', none, none, 'X'],
      [none, none, none, 'Expected a response'],
      ['body-content-type', none, none, 'Expected JSON'],
    ]);
    expect(words(text)).toMatch(/Bang .*The verifier does not say what was wrong\./);
    expect(text).not.toContain('undefined');
  });

  it('says of a failure that the contract marks it as pending, and what its authors say', async () => {
    const failed = (place: number) => ({ interactionId: ids[place], success: false });
    const marked = words(await visit({ success: false, testResults: [failed(1)] }));
    expect(marked).toContain(
      'Failed a picture marked as pending The contract marks it as pending: the build stays green.',
    );
    expect(marked).toContain('a request for a user agreed with the other team');
    const others = words(
      await visit({ success: false, testResults: [failed(0), { ...failed(1), success: true }] }),
    );
    expect(others).not.toContain('the build stays green');
  });

  it('says when the verifier reported no details', async () => {
    expect(words(await visit({ success: true }))).toContain(
      'The verifier published no details for each interaction.',
    );
  });

  it('explains pending and work in progress, and names the selectors of the address', async () => {
    const question = {
      consumerVersionSelectors: [{ latest: true }],
      includePendingStatus: true,
      providerVersionBranch: 'main',
    };
    const { body } = await broker.request('POST', '/pacts/provider/P/for-verification', question);
    const [found] = (body as { _embedded: { pacts: { _links: { self: { href: string } } }[] } })._embedded
      .pacts;
    const self = found?._links.self.href ?? '';
    const { headers } = await broker.request('POST', `${self}/verification-results`, {
      success: false,
      providerApplicationVersion: '8',
    });
    const number = headers.get('location')?.split('/').at(-1);
    const { text } = await broker.request('GET', `${self}/verification-results/${number}`, undefined, page);
    expect(words(text)).toContain('So this failure did not fail the build');
    expect(words(text)).toContain('Selected as the latest version');
    expect(circumstancesWords({ pending: null, wip: true }, false, 'P')).toHaveLength(2);
    expect(circumstancesWords({ pending: false, wip: false }, false, 'P')).toEqual([]);
  });

  it.each([
    '/pacts/provider/P/consumer/C/latest/verification-results/latest',
    '/pacts/provider/P/consumer/C/version/1/verification-results/latest',
  ])('is found at %s', async (path) => {
    const { status, text } = await broker.request('GET', path, undefined, page);
    expect([status, words(text)]).toEqual([200, expect.stringContaining('Counts for C 1')]);
  });
});

describe('Results by interaction', () => {
  it('are read from the Ruby verifier, whose expectations are put together by interaction', () => {
    const test = {
      interactionDescription: 'a user',
      interactionProviderState: 'it exists',
      testDescription: 'has status code 200',
    };
    const json = JSON.stringify({
      tests: [
        { ...test, status: 'passed' },
        { ...test, status: 'failed', exception: { class: 'Expectation', message: 'expected 200, got 500' } },
        { interactionDescription: 'another', status: 'failed', testDescription: 'has a matching body' },
      ],
    });
    expect(interactionResults(json)).toMatchObject([
      {
        description: 'a user',
        state: 'it exists',
        success: false,
        exceptions: ['Expectation: expected 200, got 500'],
      },
      { description: 'another', success: false, exceptions: ['has a matching body'] },
    ]);
  });

  it.each(['', ' '])('are about no state where its name is "%s"', (interactionProviderState) => {
    const tests = [{ interactionDescription: 'a user', interactionProviderState, status: 'passed' }];
    expect(interactionResults(JSON.stringify({ tests }))).toMatchObject([{ state: undefined }]);
  });

  it.each([null, '"text"', '7', '{}', '{"tests":7}', '[1,null,"x"]'])('are none in %s', (json) => {
    expect(interactionResults(json)).toEqual([]);
  });

  it('do not take long to read where a text is long', () => {
    const description = `Expected ${'( to be equal to '.repeat(100_000)}`;
    expect(mismatchOf({ description })).toMatchObject({ words: description, expected: undefined });
  });

  it('survive whatever stands in them', () => {
    const json = JSON.stringify([
      { success: 1, mismatches: [null, 7, 'text', { a: [1] }], exceptions: [null, {}, 'x'] },
    ]);
    expect(interactionResults(json)).toMatchObject([
      { success: false, exceptions: ['null', 'without a message', 'x'] },
    ]);
  });

  it('show an empty text that was expected', () => {
    expect(mismatchOf({ description: 'Wrong', expected: '', actual: 'a' })).toMatchObject({
      expected: "''",
      actual: 'a',
    });
  });

  it.each([
    ["Expected 'Ron' (String) to be equal to 'Mary' (String)", 'Mary', 'Ron'],
    ['Expected 1 (Integer) to be equal to 2 (Integer)', '2', '1'],
    ['expected 404 but was 500', '404', '500'],
    ['Expected status code of 400 but got 500', '400', '500'],
    ["Expected header 'X' to have value '100' but was '200'", '100', '200'],
    [
      "Expected a body of 'application/json' but the actual content type was 'text/plain'",
      'application/json',
      'text/plain',
    ],
    ["Expected 'one' (String) to be an integer", 'an integer', 'one'],
    // pact-jvm names headers with parameters without quotes, and may begin with what kind of mismatch it is.
    ["Expected header Accept to have value 'a;q=1' but was 'a;q=2'", 'a;q=1', 'a;q=2'],
    ["Expected message metadata 'topic' to have value 'users' but was ''", 'users', "''"],
    ["HeaderMismatch - Expected header 'X' to have value '1' but was '2'", '1', '2'],
    ["Expected body 'one' to match 'two' using equality but did not match", 'one', 'two'],
    ["Expected body 'one' to match 'two' using regex 'o.*' but did not match", "match 'o.*'", 'two'],
    [
      'Expected a Map with keys [a, b] but received one with keys [a]',
      'a Map with keys [a, b]',
      'one with keys [a]',
    ],
    ["MIME part 'age': Expected '1 month' to be equal to '2 months'", '2 months', '1 month'],
    ["Expected '' (String) to be equal to 'Mary' (String)", 'Mary', "''"],
    ["Expected 'a but was b' to be equal to 'c'", 'c', 'a but was b'],
    ['Something else altogether', undefined, undefined],
  ])('read from "%s" what was expected and what came', (description, expected, actual) => {
    const mismatch = mismatchOf({ description });
    expect([mismatch.expected, mismatch.actual]).toEqual([expected, actual]);
  });
});
