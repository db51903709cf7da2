import { describe, expect, it } from '@jest/globals';
import { offThread } from './off-thread.ts';

const contents = (before: object, after: object) => ({
  task: 'compare contents' as const,
  input: { before: JSON.stringify(before), after: JSON.stringify(after) },
});
const many = (name: string) => Array.from({ length: 30_000 }, (_, i) => `${name}${i}`);

describe('Work on a thread of its own', () => {
  it('gives its result', async () => {
    expect(await offThread(contents({ a: 1 }, { a: 2 }), 60_000)).toBe(
      '@@ -1,3 +1,3 @@\n {\n-  "a": 1\n+  "a": 2\n }',
    );
  });

  it('is given up after its limit, and holds up no other work', async () => {
    const [slow, quick] = [
      offThread(contents({ a: many('x') }, { a: many('y') }), 1),
      offThread(contents({ a: 1 }, {}), 60_000),
    ];
    expect(await slow).toBeUndefined();
    expect(await quick).toContain('-  "a": 1');
  });

  it('tells what went wrong, and the next one is done', async () => {
    const broken = { task: 'compare contents' as const, input: { before: '{', after: '{}' } };
    const [first, second] = [offThread(broken, 60_000), offThread(contents({}, { b: 1 }), 60_000)];
    await expect(first).rejects.toThrow('Quoted object key');
    expect(await second).toContain('+  "b": 1');
  });
});
