import { expect, test } from '@jest/globals';
import { mask, maskText } from './mask.ts';

const surroundings = { urls: { '<broker>': 'http://127.0.0.1:41234' } };
const masked = (text: string) => maskText(text, surroundings);

test('two brokers at two addresses say the same', () => {
  expect(masked('http://127.0.0.1:41234/pacts/latest of 127.0.0.1:41234')).toBe(
    '<broker>/pacts/latest of <broker>:host',
  );
});

test('a time keeps its form', () => {
  expect(masked('2026-11-24T22:27:33+00:00')).toBe('0000-00-00T00:00:00+00:00');
  expect(masked('2026-11-24T22:27:33+00:00')).not.toBe(masked('2026-11-24T22:27:33.123Z'));
});

test('a time in words keeps its form', () => {
  const told = (ago: string, time: string) => masked(`were made ${ago} ago (${time} +00:00)`);
  const one = told('less than a minute', 'Mon 30 Nov 2026, 11:59am');
  expect(told('1 minute', 'Tue 1 Dec 2026, 12:00pm')).toBe(one);
  expect(told('1 minute', '2026-12-01 12:00')).not.toBe(one);
});

test.each([
  ['/environments/696c5f93-1b7f-44bc-8d03-59440fcaa9a0', '/environments/<uuid>'],
  ['/webhooks/bNmyenz6bUoRdpf9ODPqGg/execute', '/webhooks/<uuid>/execute'],
  ['/webhooks/provider/Warehouse/consumer/Shop', '/webhooks/provider/Warehouse/consumer/Shop'],
  ['/metadata/dz10cnVl/verification-results/101', '/metadata/<metadata>/verification-results/<n>'],
  ['Verification result 101 for Pact', 'Verification result <n> for Pact'],
  ['JSON::ParserError - unexpected end\nof input', 'JSON::ParserError - <where>'],
  ['(12ms loading, 9ms verification)', '(<time> loading, <time> verification)'],
  ['(1s 781ms loading, 1m 2s verification)', '(<time> loading, <time> verification)'],
  ['version 101 of 1.2.3', 'version 101 of 1.2.3'],
])('%s becomes %s', (text, expected) => expect(masked(text)).toBe(expected));

test('keys and nested values are masked, a uuid whatever it looks like', () => {
  const value = {
    'http://127.0.0.1:41234/x': [{ uuid: 'anything', name: 'a name' }],
    count: { number: '1' },
  };
  expect(mask(value, surroundings)).toEqual({
    '<broker>/x': [{ uuid: '<uuid>', name: 'a name' }],
    count: { number: '1' },
  });
});
