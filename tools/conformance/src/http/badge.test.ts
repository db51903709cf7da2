import { expect, test } from '@jest/globals';
import { readBadge } from './badge.ts';

const redirect = (location: string) => readBadge({ headers: new Headers({ location }), text: '' });

test('an address of shields.io and an image say the same', () => {
  const expected = { label: 'badge-shop/ware_house pact', message: 'failed (pending)', colour: 'red' };
  expect(
    redirect('https://img.shields.io/badge/badge--shop%2Fware__house%20pact-failed%20%28pending%29-red.svg'),
  ).toEqual(expected);
  const text =
    '<svg><title>badge-shop/ware_house pact: failed (pending)</title><rect width="9" fill="#555"/><rect x="9" width="9" fill="#dd4343"/></svg>';
  expect(readBadge({ headers: new Headers(), text })).toEqual(expected);
});

test('another colour is another badge', () => {
  expect(redirect('https://img.shields.io/badge/a-b-red.svg')).not.toEqual(
    redirect('https://img.shields.io/badge/a-b-orange.svg'),
  );
});
