import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';
import { validateXML } from 'xmllint-wasm';
import type { VerificationResult } from '../outcome/result.ts';
import { junitReport } from './junit.ts';

type Interaction = VerificationResult['interactions'][number];

const schema = readFileSync(new URL('../../../test/junit.xsd', import.meta.url), 'utf8');
const options = { provider: 'Users', timestamp: new Date('2026-01-02T03:04:05.678Z') };

const passed: Interaction = {
  consumer: 'Admin',
  description: 'a user',
  providerStates: [],
  kind: 'http',
  status: 'passed',
  mismatches: [],
};
const status = {
  type: 'StatusMismatch',
  description: 'expected 418 but was 200',
  path: undefined,
  expected: 418,
  actual: 200,
};
const body = {
  type: 'BodyMismatch',
  description: '$.name: wrong type',
  path: '$.name',
  expected: { a: 1 },
  actual: 'x',
};
const failed: Interaction = {
  ...passed,
  description: 'a teapot',
  status: 'failed',
  reason: 'expected 418 but was 200',
  mismatches: [status, body],
};

function report(interactions: readonly Interaction[], more: Partial<VerificationResult> = {}): string {
  const success = !interactions.some((one) => one.status === 'failed');
  return junitReport({ success, interactions, published: false, text: '', leftOut: [], ...more }, options);
}

/** The elements of this name in a report, which must be valid; each by its attributes and its text. */
async function elementsIn(xml: string, name: string) {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema });
  expect(errors).toEqual([]);
  const document = new DOMParser({ onError: () => undefined }).parseFromString(xml, 'application/xml');
  return [...document.getElementsByTagName(name)].map(({ attributes, textContent }) => ({
    ...Object.fromEntries([...attributes].map((attribute) => [attribute.name, attribute.value])),
    text: textContent?.trim(),
  }));
}

describe('The JUnit report of a verification', () => {
  it('has a suite for each consumer, with its numbers', async () => {
    const left = { consumer: 'Billing', description: 'a user', providerStates: [], kind: 'message' as const };
    const xml = junitReport(
      {
        success: false,
        interactions: [
          { ...passed, durationMs: 1500 },
          { ...passed, consumer: 'Shop', durationMs: 4 },
          { ...failed, durationMs: 250 },
          { ...failed, status: 'pending', pendingBy: 'broker' },
        ],
        published: true,
        text: '',
        leftOut: [left],
      },
      { ...options, hostname: 'ci-1' },
    );
    const shared = { errors: '0', timestamp: '2026-01-02T03:04:05', hostname: 'ci-1' };
    await expect(elementsIn(xml, 'testsuite')).resolves.toMatchObject([
      { ...shared, name: 'Admin - Users', tests: '3', failures: '1', skipped: '1', time: '1.750' },
      { ...shared, name: 'Shop - Users', tests: '1', failures: '0', skipped: '0', time: '0.004' },
      { ...shared, name: 'Billing - Users', tests: '1', failures: '0', skipped: '1', time: '0.000' },
    ]);
    await expect(elementsIn(xml, 'testsuites')).resolves.toMatchObject([
      { name: 'Pacts with Users', tests: '5', failures: '1', errors: '0', time: '1.754' },
    ]);
  });

  it('has cases with description, states, and known times', async () => {
    const given = { ...passed, providerStates: ['user 1 exists', 'she is an admin'], durationMs: 0 };
    const cases = await elementsIn(report([given, passed]), 'testcase');
    expect(cases).toEqual([
      {
        name: 'a user (given user 1 exists, she is an admin)',
        classname: 'Admin - Users',
        time: '0.000',
        text: '',
      },
      { name: 'a user', classname: 'Admin - Users', text: '' },
    ]);
  });

  it('has all mismatches in a failure', async () => {
    await expect(elementsIn(report([failed]), 'failure')).resolves.toEqual([
      {
        type: 'StatusMismatch',
        message: 'expected 418 but was 200',
        text: [
          'StatusMismatch: expected 418 but was 200',
          'BodyMismatch: $.name: wrong type',
          '  expected: {"a":1}',
          '  actual: x',
        ].join('\n'),
      },
    ]);
  });

  it('has request and answer after the mismatches', async () => {
    const exchange = {
      request: { method: 'GET', path: '/tea', headers: {}, body: undefined },
      response: { status: 200, headers: { 'X-Many': ['a', 'b'] }, body: undefined },
    };
    const one = { ...failed, mismatches: [status], exchange };
    await expect(elementsIn(report([one]), 'failure')).resolves.toMatchObject([
      {
        text: [
          'StatusMismatch: expected 418 but was 200',
          '',
          'sent: GET /tea',
          'received: 200',
          '  X-Many: a',
          '  X-Many: b',
        ].join('\n'),
      },
    ]);
  });

  it.each([
    [
      { reason: 'no answer', mismatches: [] },
      { message: 'no answer', text: 'no answer' },
    ],
    [{ reason: undefined }, { message: 'expected 418 but was 200' }],
    [
      { reason: undefined, mismatches: [] },
      { message: 'no reason was given', text: 'no reason was given' },
    ],
  ])('has a message with %j', async (fields, element) => {
    const one = { ...failed, ...fields } as Interaction;
    await expect(elementsIn(report([one]), 'failure')).resolves.toMatchObject([element]);
  });

  it.each([
    ['broker', 'pending by the broker: expected 418 but was 200'],
    ['contract', 'pending by the contract: expected 418 but was 200'],
    [undefined, 'pending: expected 418 but was 200'],
  ] as const)('skips what is pending by %s', async (pendingBy, message) => {
    const xml = report([{ ...failed, status: 'pending', ...(pendingBy && { pendingBy }) }]);
    await expect(elementsIn(xml, 'skipped')).resolves.toEqual([{ message, text: '' }]);
    expect(await elementsIn(xml, 'failure')).toEqual([]);
  });

  it('skips what the filter excluded', async () => {
    const left = { ...passed, providerStates: ['s'] };
    const xml = report([], { leftOut: [left] });
    expect(await elementsIn(xml, 'testcase')).toMatchObject([{ name: 'a user (given s)' }]);
    expect(await elementsIn(xml, 'skipped')).toMatchObject([{ message: 'excluded by the filter' }]);
  });

  it('has an error before any consumer under the provider’s name', async () => {
    const xml = report([{ ...failed, consumer: '', description: 'the verification' }]);
    expect(await elementsIn(xml, 'testsuite')).toMatchObject([{ name: 'Users', failures: '1' }]);
  });

  it('is not a success if the verification failed', async () => {
    const xml = report([passed], { success: false, text: 'it broke off' });
    expect(await elementsIn(xml, 'error')).toMatchObject([{ text: 'it broke off' }]);
    expect(await elementsIn(xml, 'testsuites')).toMatchObject([{ tests: '2', failures: '0', errors: '1' }]);
  });

  it('is valid without any interaction', async () => {
    expect(await elementsIn(report([]), 'testsuites')).toMatchObject([{ tests: '0', time: '0.000' }]);
  });

  it.each([
    ['markup', `<a b="c" d='e'>&amp;]]></a>`, undefined],
    ['several lines', 'one\ntwo\tthree', undefined],
    ['other scripts', 'Ünïcödé 漢字 🥒', undefined],
    ['control characters', 'a\u0000b\u001bc\u000b', 'a\uFFFDb\uFFFDc\uFFFD'],
    ['halves of surrogate pairs', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
    ['characters that are none', 'a\uFFFEb\uFFFF', 'a\uFFFDb\uFFFD'],
  ])('accepts %s', async (_, text, shown = text) => {
    const xml = report([{ ...failed, description: text, reason: text, mismatches: [] }]);
    expect(await elementsIn(xml, 'failure')).toEqual([{ message: shown, text: shown }]);
    expect(await elementsIn(xml, 'testcase')).toMatchObject([{ name: shown }]);
  });
});

it.each([
  ['a suite without its numbers', '<testsuites><testsuite name="a"/></testsuites>'],
  ['an unknown attribute', '<testsuites colour="red"/>'],
  ['a time that is none', '<testsuites time="1,5"/>'],
])('The schema refuses %s', async (_, xml) => {
  expect(await validateXML({ xml, schema })).toMatchObject({ valid: false });
});
