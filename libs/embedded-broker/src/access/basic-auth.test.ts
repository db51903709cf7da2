import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { until } from '../../test/until.ts';
import { startBroker } from '../../test/start-broker.ts';
import { accessLevel } from './access-level.ts';
import { FailedAttempts } from './failed-attempts.ts';
import { networkOf } from './network-of.ts';

const open = { publicRead: true, publicHeartbeat: true, publicBadges: true };

describe('What a request needs', () => {
  it.each([
    ['GET', '/pacticipants', {}, 'read'],
    ['HEAD', '/pacticipants', {}, 'read'],
    ['OPTIONS', '/pacticipants', {}, 'read'],
    ['POST', '/pacts/provider/A%2FB/for-verification', {}, 'read'],
    ['POST', '/pacticipants/x/for-verification', open, 'write'],
    ['POST', '/pacts/provider/A/B/for-verification', open, 'write'],
    ['DELETE', '/pacticipants/A', open, 'write'],
    ['PUT', '/pacts/provider/A/for-verification', open, 'write'],
    ['POST', '/x/pacts/provider/A/for-verification', open, 'write'],
    ['POST', '/diagnostic/status/heartbeat', open, 'write'],
    ['GET', '/webhooks', {}, 'read'],
    ['GET', '/webhooks/new', open, 'write'],
    ['GET', '/webhooks/1f/edit', open, 'write'],
    ['GET', '/webhooks/1f/delete', open, 'write'],
    ['GET', '/webhooks/1f', {}, 'read'],
    ['GET', '/webhooks/new/x', {}, 'read'],
    ['GET', '/webhooks/provider/delete', {}, 'read'],
    ['GET', '/pacticipants', open, 'public'],
    ['POST', '/pacts/provider/A/for-verification', { publicRead: true }, 'public'],
    ['POST', '/pacts/provider/A/for-verification', { publicHeartbeat: true, publicBadges: true }, 'read'],
    ['GET', '/diagnostic/status/heartbeat', { publicHeartbeat: true }, 'public'],
    ['GET', '/diagnostic/status/heartbeat/x', { publicHeartbeat: true }, 'read'],
    ['GET', '/pacts/provider/A/consumer/B/latest/badge', { publicBadges: true }, 'public'],
    ['GET', '/pacts/provider/A/consumer/B/latest-untagged/badge.svg', { publicBadges: true }, 'public'],
    ['GET', '/pacts/provider/A/consumer/B/badge', { publicBadges: true }, 'read'],
    ['GET', '/pacts/provider/A/consumer/B/version/badge', { publicBadges: true }, 'read'],
    ['GET', '/pacts/provider/A/consumer/B/branch/x/latest/badge', { publicBadges: true }, 'read'],
    ['GET', '/pacts/provider/A/consumer/B/pact-version/1f/metadata/badge', { publicBadges: true }, 'read'],
    ['GET', '/pacts/provider/A/consumer/B/latest/main/badge.svg', { publicBadges: true }, 'public'],
    ['GET', '/pacts/provider/A/consumer/B/latest/badge.svg', {}, 'read'],
    ['GET', '/pacts/provider/A/consumer/B/latest/badge/x', { publicBadges: true }, 'read'],
    ['GET', '/pacts/provider/A/consumer/B/latest/a/b/badge', { publicBadges: true }, 'read'],
    ['GET', '/x/pacts/provider/A/consumer/B/latest/badge', { publicBadges: true }, 'read'],
    ['GET', '/pacts/provider/A/consumer/B/latest/badge', { publicHeartbeat: true }, 'read'],
    ['GET', '/diagnostic/status/heartbeat', { publicBadges: true }, 'read'],
    ['POST', '/pacts/provider/A/consumer/B/latest/badge.svg', open, 'write'],
    ['GET', '/matrix/provider/A/latest/x/consumer/B/latest/y/badge.svg', { publicBadges: true }, 'public'],
    ['GET', '/pacticipants/A/main-branch/can-i-merge/badge', { publicBadges: true }, 'public'],
    ['GET', '/pacticipants/A/latest-version/x/can-i-deploy/to/y/badge', { publicBadges: true }, 'public'],
    [
      'GET',
      '/pacticipants/A/branches/x/latest-version/can-i-deploy/to-environment/y/badge',
      { publicBadges: true },
      'public',
    ],
    ['GET', '/pacticipants/badge', { publicBadges: true }, 'read'],
  ] as const)('%s %s with %j open: %s', (method, path, access, level) => {
    expect(accessLevel(method, path, access)).toBe(level);
  });
});

describe('A client', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::1:2', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('with the address %s is of %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('Wrong credentials', () => {
  it('wait longer and longer, by address, until they are forgotten', () => {
    let now = 0;
    const failed = new FailedAttempts(() => new Date(now));
    const delays = (address: string, count: number) =>
      Array.from({ length: count }, () => failed.note(address));
    expect(delays('a', 10)).toEqual(Array(10).fill(0));
    expect(delays('a', 7)).toEqual([250, 750, 1750, 3750, 7750, 11_750, 15_750]);
    expect(failed.note('b')).toBe(0);
    failed.giveBack('a');
    expect(failed.note('a')).toBe(15_750);
    now += 15_750 + 59_999;
    expect(failed.note('a')).toBe(4000);
    now += 4000 + 60_000;
    expect(failed.note('a')).toBe(0);
  });

  it('take a bounded memory, however many addresses they come from', () => {
    const failed = new FailedAttempts(() => new Date(0));
    for (let i = 0; i < 5000; i++) failed.note(String(i));
    expect(failed.size).toBe(1000);
  });

  it('are remembered longest of those that were wrong last', () => {
    const failed = new FailedAttempts(() => new Date(0));
    for (let i = 0; i < 12; i++) failed.note('a');
    for (let i = 0; i < 999; i++) failed.note(String(i));
    failed.note('a');
    failed.note('999');
    expect(failed.note('a')).toBe(250 + 500 + 1000 + 2000);
  });

  const guarded = async () => {
    const writer = { username: 'w', password: 'pass:word' };
    const reader = { username: 'r', password: 'p' };
    const broker = await startBroker({ basicAuth: { writer, reader } });
    const ask = (
      user: string | undefined,
      { scheme = 'Basic ', ...init }: RequestInit & { scheme?: string } = {},
    ) =>
      fetch(`${broker.url}/pacticipants`, {
        headers: user === undefined ? {} : { authorization: scheme + btoa(user) },
        ...init,
      });
    return { ...broker, ask };
  };

  it('are refused as the official broker does', async () => {
    await using broker = await guarded();
    const refused = await broker.ask('w:wrong');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Basic realm="Restricted area"');
    expect(refused.headers.get('content-type')).toContain('text/plain');
    expect(await refused.text()).toBe('');
    for (const wrong of [undefined, ':', 'w', 'w:', 'r:pass:word', 'w:p', 'wp:ass:word', 'w:pass'])
      expect([wrong, (await broker.ask(wrong)).status]).toEqual([wrong, 401]);
    expect((await broker.ask('w:pass:word', { scheme: 'Bearer ' })).status).toBe(401);
  });

  it.each([
    ['w:pass:word', 'Basic '],
    ['w:pass:word', 'basic '],
    ['r:p', 'BASIC   '],
  ])('are not those that are right: %s after %j', async (user, scheme) => {
    await using broker = await guarded();
    expect((await broker.ask(user, { scheme })).status).toBe(200);
  });

  it('wait, while right ones do not, nor a reader who may not write', async () => {
    await using broker = await guarded();
    const stop = new AbortController();
    const guesses = Array.from({ length: 16 }, () => broker.ask('w:guess', { signal: stop.signal }));
    const slow = Promise.all(guesses).then(
      () => 'the guesses',
      () => 'nothing',
    );
    for (const [user, method, status] of [
      ['w:pass:word', 'GET', 200],
      ['r:p', 'GET', 200],
      ['r:p', 'POST', 401],
      [undefined, 'GET', 401],
    ] as const) {
      const answer = broker.ask(user, { method }).then((response) => response.status);
      expect([user, method, await Promise.race([slow, answer])]).toEqual([user, method, status]);
    }
    stop.abort();
    await slow;
  });

  it('wait one behind the other, however many connections they come by, and at most two hundred', async () => {
    await using broker = await guarded();
    const authorization = `Basic ${btoa('w:guess')}`;
    const ended = { answered: 0, closed: 0 };
    const sockets = Array.from({ length: 220 }, () => {
      const socket = connect(Number(new URL(broker.url).port), '127.0.0.1');
      let isAnswered = false;
      socket.on('error', () => undefined).once('data', () => (isAnswered = ++ended.answered > 0));
      socket.once('close', () => (isAnswered ? 0 : ended.closed++));
      socket.write(`GET / HTTP/1.1\r\nHost: a\r\nAuthorization: ${authorization}\r\n\r\n`);
      return socket;
    });
    const started = performance.now();
    await until(
      () => `the end of all but two hundred; so far: ${JSON.stringify(ended)}`,
      () => Promise.resolve((ended.closed > 0 && ended.closed + ended.answered >= 20) || undefined),
    );
    // The first is free ten times, and the gaps behind it double from a quarter of a second.
    const seconds = (performance.now() - started) / 1000;
    expect(ended.answered - 10).toBeLessThanOrEqual(Math.log2(1 + 4 * seconds) + 1);
    expect((await broker.ask('w:pass:word')).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await until(
      () => 'a wrong attempt that waits',
      async () => {
        const stop = new AbortController();
        const guess = broker.ask('w:guess', { signal: stop.signal }).then(
          () => 'the guess',
          () => 'nothing',
        );
        const others = (async () => {
          for (let i = 0; i < 5; i++) await broker.ask('w:pass:word');
        })();
        const first = await Promise.race([guess, others]);
        stop.abort();
        await Promise.all([guess, others]);
        return first === undefined ? true : undefined;
      },
    );
  });
});
