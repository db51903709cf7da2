import { describe, expect, it } from '@jest/globals';
import { startBroker } from '../server.ts';
import { accessLevel } from './auth-rules.ts';
import { FailedAttempts } from './failed-attempts.ts';

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

describe('Wrong credentials', () => {
  it('wait longer and longer, by address, until they are forgotten', () => {
    let now = 0;
    const failed = new FailedAttempts(() => new Date(now));
    const delays = (address: string, count: number) =>
      Array.from({ length: count }, () => failed.note(address));
    expect(delays('a', 10)).toEqual(Array(10).fill(0));
    expect(delays('a', 7)).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
    expect(failed.note('b')).toBe(0);
    now += 60_000;
    expect(failed.note('a')).toBe(0);
  });

  it('take a bounded memory, however many addresses they come from', () => {
    const failed = new FailedAttempts(() => new Date(0));
    for (let i = 0; i < 5000; i++) failed.note(String(i));
    expect(failed.size).toBe(1000);
  });

  it('are refused as the official broker does, and never keep the right ones out', async () => {
    const writer = { username: 'w', password: 'pass:word' };
    const reader = { username: 'r', password: 'p' };
    await using broker = await startBroker({ basicAuth: { writer, reader } });
    const ask = (user: string | undefined, method = 'GET') =>
      fetch(`${broker.url}/pacticipants`, {
        method,
        headers: user === undefined ? {} : { authorization: `Basic ${btoa(user)}` },
      });
    const refused = await ask('w:wrong');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Basic realm="Restricted area"');
    expect(refused.headers.get('content-type')).toContain('text/plain');
    expect(await refused.text()).toBe('');
    for (const wrong of [undefined, ':', 'w', 'w:', 'r:pass:word'])
      expect((await ask(wrong)).status).toBe(401);
    for (let i = 0; i < 5; i++) await ask('w:guess');
    const slow = ask('w:guess').then(() => 'slow');
    const right = ask('w:pass:word').then(({ status }) => status);
    expect(await Promise.race([slow, right])).toBe(200);
    expect((await ask('r:p')).status).toBe(200);
    expect((await ask('r:p', 'POST')).status).toBe(401);
    await slow;
  });
});
