import { expect, it } from '@jest/globals';
import type { Plan } from './plan/index.ts';
import { transportsFor } from './transports.ts';

const here = { port: 7, path: '/messages' };
const own = ['message', 'async-message', 'sync-message'].map((protocol) => ({ protocol, ...here }));
const grpc = { protocol: 'grpc', port: 5050 };

it.each<[string, readonly [kind: string, transport?: string][], readonly (typeof grpc)[], object[]]>([
  ['nothing named', [['message'], ['http']], [], own],
  [
    'a message of another transport',
    [
      ['message', 'kafka'],
      ['message', 'kafka'],
    ],
    [],
    [...own, { protocol: 'kafka', ...here }],
  ],
  ['a request with a transport', [['http', 'https']], [], own],
  ['a port that is given', [['sync-message', 'grpc']], [grpc], [grpc, ...own]],
  ['a port that no interaction needs', [], [grpc], [grpc, ...own]],
])(
  'Messages are asked for here, and what has a port is asked for there: %s',
  (_, named, given, transports) => {
    const interactions = named.map(([kind, transport]) => ({ kind, transport }));
    expect(transportsFor({ interactions } as unknown as Plan, given, here)).toEqual(transports);
  },
);
