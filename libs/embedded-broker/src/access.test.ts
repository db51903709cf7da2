import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { pino } from 'pino';
import { pagePaths, routes, withNames } from '../test/routes.ts';
import type { BasicAuthConfig } from './config/index.ts';
import { startBroker } from '../test/start-broker.ts';
import type { RunningBroker } from './server.ts';

type Level = 'open' | 'read' | 'write';
interface Request {
  readonly method: string;
  /** As the router has it. */
  readonly path: string;
  readonly isPage: boolean;
}

const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];
const heartbeat = '/diagnostic/status/heartbeat';

/** Where another level is needed than what the method says: reading for GET, writing for all else. */
const exceptions: Readonly<Record<string, Level>> = {
  'POST /pacts/provider/:provider/for-verification': 'read',
  'GET /webhooks/new (page)': 'write',
  'GET /webhooks/:uuid/edit (page)': 'write',
  'GET /webhooks/:uuid/delete (page)': 'write',
};
const nameOf = ({ method, path, isPage }: Request) => `${method} ${path}${isPage ? ' (page)' : ''}`;

const requests: readonly Request[] = [
  ...routes().flatMap(({ path, methods: own }) =>
    (own.includes('_all') ? methods : own.map((method) => method.toUpperCase())).map((method) => ({
      method,
      path,
      isPage: false,
    })),
  ),
  ...pagePaths().flatMap((path) => ['GET', 'POST'].map((method) => ({ method, path, isPage: true }))),
  { method: 'GET', path: '/live', isPage: false },
];

/** What a request needs, by the rules that are written down for people, not by the broker's code. */
function neededFor(request: Request, publicly: Partial<BasicAuthConfig>): Level {
  const { method, path } = request;
  // The looks of the pages hold nothing of the broker's.
  if (path.startsWith('/assets/')) return 'open';
  const level = exceptions[nameOf(request)] ?? (method === 'GET' ? 'read' : 'write');
  const isOpen =
    publicly.publicRead ||
    (publicly.publicHeartbeat && path === heartbeat && method === 'GET') ||
    (publicly.publicBadges && path.endsWith('/badge') && method === 'GET');
  return level === 'read' && isOpen ? 'open' : level;
}

const users = { writer: { username: 'w', password: 'pw' }, reader: { username: 'r', password: 'pr' } };
const roles = { nobody: [], reader: ['read'], writer: ['read', 'write'] } as const;
type Role = keyof typeof roles;

const authorization = (role: Role): Record<string, string> =>
  role === 'nobody'
    ? {}
    : { authorization: `Basic ${btoa(`${users[role].username}:${users[role].password}`)}` };

describe('Every route', () => {
  test('is known to the rules of access, and each exception is still a route', () => {
    expect(requests.length).toBeGreaterThan(400);
    expect(Object.keys(exceptions).filter((name) => !requests.some((one) => nameOf(one) === name))).toEqual(
      [],
    );
    expect(requests.filter(({ path }) => path.endsWith('/badge')).length).toBeGreaterThan(5);
    expect(requests.some(({ path }) => path === heartbeat)).toBe(true);
    expect(requests.some(({ path }) => path.startsWith('/assets/'))).toBe(true);
  });

  describe.each<Partial<BasicAuthConfig>>([
    {},
    { publicRead: true },
    { publicHeartbeat: true },
    { publicBadges: true },
  ])('with basic auth and %j', (publicly) => {
    let broker: RunningBroker;
    beforeAll(async () => {
      broker = await startBroker({
        basicAuth: { ...users, ...publicly },
        logger: pino({ level: 'silent' }),
      });
    });
    afterAll(() => broker.close());

    /** Whether a request got further than the credentials. */
    async function isLetIn({ method, path, isPage }: Request, role: Role): Promise<boolean> {
      const accept = isPage ? 'text/html' : path === '/live' ? 'text/event-stream' : '*/*';
      const response = await fetch(broker.url + withNames(path), {
        method,
        redirect: 'manual',
        headers: { accept, ...authorization(role) },
      });
      await response.body?.cancel();
      return response.status !== 401;
    }

    const isClosed = Object.keys(publicly).length === 0;
    it.each(isClosed ? (['nobody', 'reader', 'writer'] as const) : (['nobody'] as const))(
      'lets %s do what the rules say, and nothing else',
      async (role) => {
        const wrong: string[] = [];
        const ask = async (request: Request) => {
          const needed = neededFor(request, publicly);
          const expected = needed === 'open' || (roles[role] as readonly Level[]).includes(needed);
          if ((await isLetIn(request, role)) !== expected)
            wrong.push(`${nameOf(request)} ${expected ? 'is refused' : 'is let in'}, needs ${needed}`);
        };
        const waiting = [...requests];
        const next = async () => {
          for (let one = waiting.shift(); one; one = waiting.shift()) await ask(one);
        };
        await Promise.all(Array.from({ length: 16 }, next));
        expect(wrong).toEqual([]);
      },
    );
  });
});
