import { describe, expect, it } from '@jest/globals';
import { configure } from './index.ts';

const configured = (settings: Record<string, string>) =>
  configure({
    env: Object.fromEntries(Object.entries(settings).map(([name, value]) => [`PACT_BROKER_${name}`, value])),
    options: {},
  }).basicAuth;
const writer = { BASIC_AUTH_USERNAME: 'w', BASIC_AUTH_PASSWORD: 'pw' };
const reader = { BASIC_AUTH_READ_ONLY_USERNAME: 'r', BASIC_AUTH_READ_ONLY_PASSWORD: 'pr' };
const closed = { publicRead: false, publicHeartbeat: false, publicBadges: false };

describe('Basic auth', () => {
  it.each([
    [{}, undefined],
    [{ ALLOW_PUBLIC_READ: 'true' }, undefined],
    [writer, { writer: { username: 'w', password: 'pw' }, reader: undefined, ...closed }],
    [
      { ...writer, ...reader },
      { writer: { username: 'w', password: 'pw' }, reader: { username: 'r', password: 'pr' }, ...closed },
    ],
  ])('is switched on by a writer: %j', (settings, expected) => {
    expect(configured(settings)).toEqual(expected);
  });

  it.each([
    ['ALLOW_PUBLIC_READ', 'publicRead'],
    ['PUBLIC_HEARTBEAT', 'publicHeartbeat'],
    ['ENABLE_PUBLIC_BADGE_ACCESS', 'publicBadges'],
  ])('opens with %s what that names, and nothing else', (setting, open) => {
    expect(configured({ ...writer, [setting]: 'true' })).toMatchObject({ ...closed, [open]: true });
  });

  it.each([
    [{ BASIC_AUTH_USERNAME: 'w' }, 'BASIC_AUTH_'],
    [{ BASIC_AUTH_PASSWORD: 'pw' }, 'BASIC_AUTH_'],
    [{ ...writer, BASIC_AUTH_READ_ONLY_USERNAME: 'r' }, 'BASIC_AUTH_READ_ONLY_'],
    [{ ...writer, BASIC_AUTH_READ_ONLY_PASSWORD: 'pr' }, 'BASIC_AUTH_READ_ONLY_'],
  ])('needs both a name and a password: %j', (settings, prefix) => {
    const both = `set both PACT_BROKER_${prefix}USERNAME and PACT_BROKER_${prefix}PASSWORD, or neither`;
    expect(() => configured(settings)).toThrow(both);
  });

  it('has no reader where nobody may write', () => {
    expect(() => configured(reader)).toThrow('a read-only user needs a read/write one');
  });
});
