import { describe, expect, it } from '@jest/globals';
import { wantedWebhook } from './wanted-webhook.ts';

const webhook = (enabled: boolean, hidden: readonly string[] = []) => ({
  uuid: 'abcdefghijklmnop',
  body: { description: 'd', enabled },
  hidden,
});

describe('A webhook at the target', () => {
  it.each([
    ['arrives switched off', webhook(true), undefined, false, false],
    ['arrives as it is when told to', webhook(true), undefined, true, true],
    ['stays off when it is off', webhook(false), undefined, true, false],
    ['stays off when its secret is missing', webhook(true, ['password']), undefined, true, false],
    [
      'is not switched on later without its secret',
      webhook(true, ['password']),
      webhook(false),
      true,
      undefined,
    ],
    ['is switched on later', webhook(true), webhook(false), true, true],
    ['stays on when it was switched on there', webhook(true, ['password']), webhook(true), false, undefined],
  ])('%s', (_, source, target, enable, enabled) => {
    expect(wantedWebhook(source, target, enable)?.enabled).toBe(enabled);
  });

  it('follows its description', () => {
    const changed = { ...webhook(false), body: { description: 'new', enabled: false } };
    expect(wantedWebhook(changed, webhook(true), false)).toEqual({ description: 'new', enabled: true });
  });
});
