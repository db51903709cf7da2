import { expect, test } from '@jest/globals';
import { meant } from './on-the-way.ts';

const none = new Map<string, string>();

test('selectors get their order back', () => {
  const sorted =
    '/matrix?latestby=cvpv&q[][latest]=true&q[][pacticipant]=Foo&q[][pacticipant]=Bar&q[][version]=1%2e2%2e4';
  const [, query = ''] = meant(sorted, none).split('?');
  expect([...new URLSearchParams(query)]).toEqual([
    ['q[][pacticipant]', 'Foo'],
    ['q[][version]', '1.2.4'],
    ['q[][pacticipant]', 'Bar'],
    ['q[][latest]', 'true'],
    ['latestby', 'cvpv'],
  ]);
});

test('any other query stays as it is', () => {
  expect(meant('/pacticipants?page=1&a=%20b', none)).toBe('/pacticipants?page=1&a=%20b');
  expect(meant('/pacticipants', none)).toBe('/pacticipants');
});

test('ids are those of the broker', () => {
  const ids = new Map([['fixed', 'chosen']]);
  expect(meant('/environments/fixed/deployed-versions', ids)).toBe('/environments/chosen/deployed-versions');
});
