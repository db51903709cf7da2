import { expect, it } from '@jest/globals';
import type { ShownExchange } from '../outcome/shown-exchange.ts';
import { exchangeLines } from './exchange-lines.ts';

const request: ShownExchange['request'] = {
  method: 'POST',
  path: '/a?b',
  headers: { Accept: 'x', 'X-Many': ['1', '2'] },
  body: 'one\ntwo ',
};
const sent = ['sent: POST /a?b', '  Accept: x', '  X-Many: 1', '  X-Many: 2', '', '  one', '  two'];

it.each<[ShownExchange['response'], string[]]>([
  [undefined, ['received: nothing']],
  [{ status: 204, headers: {}, body: undefined }, ['received: 204']],
  [{ status: 200, headers: { B: 'b' }, body: '{}' }, ['received: 200', '  B: b', '', '  {}']],
])('Request and answer are in lines: %#', (response, came) => {
  expect(exchangeLines({ request, response })).toEqual([...sent, ...came]);
});
