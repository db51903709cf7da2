import { expect, test } from '@jest/globals';
import { differences } from './differences.ts';
import type { Observation } from './observation.ts';

const answer: Observation = {
  status: '200',
  'header content-type': 'application/hal+json;charset=utf-8',
  body: { name: 'Shop', items: [{ id: { number: '1' } }, 'two'], nothing: null },
};
const places = (other: Observation) => differences(answer, other).map(({ place }) => place);

test('the same answer with its keys in another order does not differ', () => {
  const { body, ...rest } = answer;
  expect(
    differences(answer, {
      body: { nothing: null, items: [{ id: { number: '1' } }, 'two'], name: 'Shop' },
      ...rest,
    }),
  ).toEqual([]);
  expect(body).toBeDefined();
});

test('a status differs, and nothing behind it is looked at', () => {
  expect(places({ status: '404', body: 'other' })).toEqual(['status']);
});

test('a media type differs', () => {
  expect(places({ ...answer, 'header content-type': 'application/json' })).toEqual(['header content-type']);
});

test('a header that only one has differs', () => {
  expect(differences(answer, { ...answer, 'header location': '/x' })).toEqual([
    { place: 'header location', official: undefined, embedded: '/x' },
  ]);
});

test('a value, a missing key and a key too many differ', () => {
  const body = { name: 'Ship', items: [{ id: { number: '1' } }, 'two'], more: true };
  expect(places({ ...answer, body })).toEqual(['body.name', 'body.nothing', 'body.more']);
});

test('a key with null is not a missing key', () => {
  expect(places({ ...answer, body: { name: 'Shop', items: [{ id: { number: '1' } }, 'two'] } })).toEqual([
    'body.nothing',
  ]);
});

test('numbers differ by how they are written', () => {
  const body = { name: 'Shop', items: [{ id: { number: '1.0' } }, 'two'], nothing: null };
  expect(places({ ...answer, body })).toEqual(['body.items[0].id.number']);
});

test('arrays differ by order and length', () => {
  const body = { name: 'Shop', items: ['two', { id: { number: '1' } }, 'three'], nothing: null };
  expect(places({ ...answer, body })).toEqual(['body.items[0]', 'body.items[1]', 'body.items[2]']);
});
