import { describe, expect, it } from '@jest/globals';
import pLimit from 'p-limit';
import { runTasks } from './concurrency.ts';
import { MirrorInterruptedError } from './errors.ts';

/** A task that logs its start and its end, and ends when told. */
function traced(log: string[], name: string, orderKeys: readonly string[]) {
  const gate = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const run = async () => {
    log.push(`${name} starts`);
    started.resolve();
    await gate.promise;
    log.push(`${name} ends`);
  };
  return { orderKeys, run, started: started.promise, finish: gate.resolve, fail: gate.reject };
}

describe('Tasks', () => {
  it('run one after another with a key in common, and at the same time otherwise', async () => {
    const log: string[] = [];
    const [a, b, both] = [
      traced(log, 'a', ['A']),
      traced(log, 'b', ['B']),
      traced(log, 'both', ['A', 'B']),
    ] as const;
    const all = runTasks([a, b, both], { limit: pLimit(4) });
    await Promise.all([a.started, b.started]);
    both.finish();
    b.finish();
    a.finish();
    await all;
    expect(log).toEqual(['a starts', 'b starts', 'b ends', 'a ends', 'both starts', 'both ends']);
  });

  it('are awaited after a failure, and no further task starts', async () => {
    const log: string[] = [];
    const [bad, running, next] = [
      traced(log, 'bad', ['A']),
      traced(log, 'running', ['B']),
      traced(log, 'next', ['A']),
    ] as const;
    const all = runTasks([bad, running, next], { limit: pLimit(4) });
    await Promise.all([bad.started, running.started]);
    bad.fail(new Error('no'));
    running.finish();
    await expect(all).rejects.toThrow('no');
    expect(log).toEqual(['bad starts', 'running starts', 'running ends']);
  });

  it('do not start after an abort', async () => {
    const log: string[] = [];
    const stop = new AbortController();
    const first = traced(log, 'first', ['A']);
    const second = traced(log, 'second', ['A']);
    const all = runTasks([first, second], { limit: pLimit(4), signal: stop.signal });
    await first.started;
    stop.abort();
    first.finish();
    await expect(all).rejects.toThrow(MirrorInterruptedError);
    expect(log).toEqual(['first starts', 'first ends']);
  });
});
