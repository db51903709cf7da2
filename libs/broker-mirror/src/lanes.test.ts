import { describe, expect, it } from '@jest/globals';
import pLimit from 'p-limit';
import { MirrorInterruptedError } from './errors.ts';
import { runInLanes } from './lanes.ts';

/** A task that says when it begins and ends, and ends when told. */
function traced(log: string[], name: string, lanes: readonly string[]) {
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const run = async () => {
    log.push(`${name} begins`);
    begun.resolve();
    await gate.promise;
    log.push(`${name} ends`);
  };
  return { lanes, run, begun: begun.promise, finish: gate.resolve, fail: gate.reject };
}

describe('Tasks in lanes', () => {
  it('run one after another in a lane, and side by side otherwise', async () => {
    const log: string[] = [];
    const [a, b, both] = [
      traced(log, 'a', ['A']),
      traced(log, 'b', ['B']),
      traced(log, 'both', ['A', 'B']),
    ] as const;
    const all = runInLanes([a, b, both], { limit: pLimit(4) });
    await Promise.all([a.begun, b.begun]);
    both.finish();
    b.finish();
    a.finish();
    await all;
    expect(log).toEqual(['a begins', 'b begins', 'b ends', 'a ends', 'both begins', 'both ends']);
  });

  it('are waited for, and none begun, after a failure', async () => {
    const log: string[] = [];
    const [bad, running, next] = [
      traced(log, 'bad', ['A']),
      traced(log, 'running', ['B']),
      traced(log, 'next', ['A']),
    ] as const;
    const all = runInLanes([bad, running, next], { limit: pLimit(4) });
    await Promise.all([bad.begun, running.begun]);
    bad.fail(new Error('no'));
    running.finish();
    await expect(all).rejects.toThrow('no');
    expect(log).toEqual(['bad begins', 'running begins', 'running ends']);
  });

  it('are not begun when told to stop', async () => {
    const log: string[] = [];
    const stop = new AbortController();
    const first = traced(log, 'first', ['A']);
    const second = traced(log, 'second', ['A']);
    const all = runInLanes([first, second], { limit: pLimit(4), signal: stop.signal });
    await first.begun;
    stop.abort();
    first.finish();
    await expect(all).rejects.toThrow(MirrorInterruptedError);
    expect(log).toEqual(['first begins', 'first ends']);
  });
});
