import { runInThisContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pastProxies, withoutDefaults } from './environment.ts';

/** What native code sees; Jest gives this file a copy. */
const ofTheProcess = runInThisContext('process.env') as NodeJS.ProcessEnv;
const environments = [process.env, ofTheProcess];

describe('The environment of the native verifier', () => {
  beforeEach(() => {
    for (const env of environments) Object.assign(env, { PACT_DESCRIPTION: 'one', NO_PROXY: 'intranet' });
  });
  afterEach(() => {
    for (const env of environments) {
      delete env['PACT_DESCRIPTION'];
      delete env['NO_PROXY'];
    }
  });

  it('has no defaults at the start of a verification', () => {
    const seen = withoutDefaults(() => environments.map((env) => env['PACT_DESCRIPTION']));
    expect(seen).toEqual([undefined, undefined]);
    expect(environments.map((env) => env['PACT_DESCRIPTION'])).toEqual(['one', 'one']);
  });

  it('is restored if a verification could not start', () => {
    const failing = () =>
      withoutDefaults(() => {
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(process.env['PACT_DESCRIPTION']).toBe('one');
  });

  it('bypasses proxies until the last of several verifications has ended', async () => {
    const { promise: firstMayEnd, resolve: endFirst } = Promise.withResolvers<void>();
    const { promise: secondMayEnd, resolve: endSecond } = Promise.withResolvers<void>();
    const hosts = () => environments.map((env) => env['NO_PROXY']);
    const first = pastProxies(() => firstMayEnd);
    const second = pastProxies(() => secondMayEnd);
    endFirst();
    await first;
    const past = 'intranet,127.0.0.1,localhost,[::1]';
    expect(hosts()).toEqual([past, past]);
    endSecond();
    await second;
    expect(hosts()).toEqual(['intranet', 'intranet']);
  });

  it('is restored after a failure', async () => {
    await expect(pastProxies(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(process.env['NO_PROXY']).toBe('intranet');
  });
});
