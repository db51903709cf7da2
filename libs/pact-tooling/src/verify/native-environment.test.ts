import { runInThisContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inNativeEnvironment } from './native-environment.ts';

/** What native code sees; Jest gives this file a copy. */
const ofTheProcess = runInThisContext('process.env') as NodeJS.ProcessEnv;

describe('The environment of the native verifier', () => {
  beforeEach(() => {
    ofTheProcess['PACT_BROKER_BASE_URL'] = process.env['PACT_BROKER_BASE_URL'] = 'http://one.example';
  });
  afterEach(() => {
    delete ofTheProcess['PACT_BROKER_BASE_URL'];
    delete process.env['PACT_BROKER_BASE_URL'];
  });

  it('is the one that native code sees, too', async () => {
    const seen = await inNativeEnvironment('a certificate', () => Promise.resolve({ ...ofTheProcess }));
    expect(seen['PACT_BROKER_BASE_URL']).toBeUndefined();
    expect(seen['NO_PROXY']).toContain('127.0.0.1');
    expect(seen['SSL_CERT_FILE']).toMatch(/ca\.pem$/);
    expect(ofTheProcess['PACT_BROKER_BASE_URL']).toBe('http://one.example');
  });

  it('is put back after two at once, which take turns', async () => {
    const events: string[] = [];
    const { promise: firstMayEnd, resolve: endFirst } = Promise.withResolvers<void>();
    const first = inNativeEnvironment('a certificate', async () => {
      events.push('first begins');
      await firstMayEnd;
      events.push('first ends');
    });
    const second = inNativeEnvironment(undefined, () => {
      events.push('second begins');
      return Promise.resolve();
    });
    endFirst();
    await Promise.all([first, second]);
    expect(events).toEqual(['first begins', 'first ends', 'second begins']);
    expect(process.env['PACT_BROKER_BASE_URL']).toBe('http://one.example');
    expect(process.env['SSL_CERT_FILE']).toBe(ofTheProcess['SSL_CERT_FILE']);
  });

  it('is put back, and the next one has its turn, after a failure', async () => {
    const failing = inNativeEnvironment(undefined, () => Promise.reject(new Error('no')));
    const next = inNativeEnvironment(undefined, () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
    expect(process.env['PACT_BROKER_BASE_URL']).toBe('http://one.example');
  });
});
