import { afterEach, describe, expect, it } from '@jest/globals';
import { ThreadPool } from './thread-pool.ts';

const contents = (before: object, after: object) => ({
  task: 'compare contents' as const,
  input: { before: JSON.stringify(before), after: JSON.stringify(after) },
});
const small = contents({ a: 1 }, { a: 2 });
const many = (name: string) => Array.from({ length: 30_000 }, (_, i) => `${name}${i}`);
const endless = contents({ a: many('x') }, { a: many('y') });

describe('A few threads', () => {
  let pool: ThreadPool;
  afterEach(() => pool.close());

  it('do one job each, the others in their turn', async () => {
    pool = new ThreadPool({}, { most: 2 });
    const all = await Promise.all(Array.from({ length: 5 }, () => pool.do(small)));
    expect(all).toEqual(Array.from({ length: 5 }, () => '@@ -1,3 +1,3 @@\n {\n-  "a": 1\n+  "a": 2\n }'));
  });

  it('do other jobs while one takes long', async () => {
    pool = new ThreadPool({}, { most: 2 });
    let isOver = false;
    const long = pool.do(endless, { limitMs: 60_000 }).finally(() => (isOver = true));
    long.catch(() => undefined);
    expect(await pool.do(small)).toContain('+  "a": 2');
    expect(isOver).toBe(false);
  });

  it('take no more jobs than they can soon do', async () => {
    pool = new ThreadPool({}, { most: 1, mostWaiting: 1 });
    const first = pool.do(small);
    const waiting = pool.do(small);
    await expect(pool.do(small)).rejects.toMatchObject({ limit: 'queue' });
    expect([await first, await waiting]).toHaveLength(2);
  });

  it('hold no more in memory for jobs than they can soon do', async () => {
    pool = new ThreadPool({}, { most: 1 });
    const large = () => ({ transfer: [new ArrayBuffer(150_000_000)] });
    const first = pool.do(small);
    const waiting = pool.do(small, large());
    await expect(pool.do(small, large())).rejects.toMatchObject({ limit: 'queue' });
    expect([await first, await waiting]).toHaveLength(2);
  });

  it('leave out what nobody waits for', async () => {
    pool = new ThreadPool({}, { most: 1 });
    const first = pool.do(small);
    const unwanted = pool.do(small, { isUnwanted: () => true });
    await expect(unwanted).rejects.toMatchObject({ limit: 'queue' });
    expect(await first).toContain('+  "a": 2');
  });

  it('give up a job after its limit, and do the next one', async () => {
    pool = new ThreadPool({}, { most: 1 });
    const slow = pool.do(endless, { limitMs: 1 });
    const next = pool.do(small);
    await expect(slow).rejects.toMatchObject({ limit: 'time' });
    expect(await next).toContain('+  "a": 2');
  });

  it('give up a job that has waited for too long', async () => {
    pool = new ThreadPool({}, { most: 1 });
    const slow = pool.do(endless, { limitMs: 300 });
    const impatient = pool.do(small, { patienceMs: 1 });
    await expect(impatient).rejects.toMatchObject({ limit: 'time' });
    await expect(slow).rejects.toMatchObject({ limit: 'time' });
  });

  it('do nothing more once they are closed', async () => {
    pool = new ThreadPool({}, { most: 1 });
    const running = pool.do(endless);
    const waiting = pool.do(small);
    const outcomes = Promise.allSettled([running, waiting]);
    await pool.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.do(small)).rejects.toMatchObject({ limit: 'queue' });
  });
});
