import { describe, expect, it } from '@jest/globals';
import { wantedWebhook } from './wanted-webhook.ts';

const webhook = (enabled: boolean, hidden: readonly string[] = []) => ({
  uuid: 'abcdefghijklmnop',
  body: { description: 'd', enabled },
  hidden,
});

describe('A webhook at the target', () => {
  it.each([
    ['is switched off', webhook(true), undefined, false, false],
    ['keeps its state with `enable`', webhook(true), undefined, true, true],
    ['stays off if it is off at the source', webhook(false), undefined, true, false],
    ['stays off if its secret is missing', webhook(true, ['password']), undefined, true, false],
    [
      'is not switched on by a later run without its secret',
      webhook(true, ['password']),
      webhook(false),
      true,
      undefined,
    ],
    ['is switched on by a later run', webhook(true), webhook(false), true, true],
    [
      'stays on if it was switched on at the target',
      webhook(true, ['password']),
      webhook(true),
      false,
      undefined,
    ],
  ])('%s', (_, source, target, enable, enabled) => {
    expect(wantedWebhook(source, target, enable)?.enabled).toBe(enabled);
  });

  it('gets a changed description', () => {
    const changed = { ...webhook(false), body: { description: 'new', enabled: false } };
    expect(wantedWebhook(changed, webhook(true), false)).toEqual({ description: 'new', enabled: true });
  });
});
