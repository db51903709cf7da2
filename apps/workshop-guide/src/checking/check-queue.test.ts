import { describe, expect, it } from '@jest/globals';
import { CheckQueue, type CheckRequest } from './check-queue.ts';

const saved = (...paths: string[]): CheckRequest => ({ changed: new Set(paths), everything: false });

describe('The queue of checks', () => {
  it('stops a check when a newer save arrives, and then checks the files of both', async () => {
    const checked: string[][] = [];
    const queue = new CheckQueue(({ changed }, signal) => {
      checked.push([...changed]);
      if (checked.length > 1) return Promise.resolve();
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    });
    const first = queue.request(saved('a.ts'));
    await Promise.all([first, queue.request(saved('b.ts'))]);
    expect(checked).toEqual([['a.ts'], ['b.ts', 'a.ts']]);
  });

  it('keeps the learner’s request when a file is saved meanwhile', async () => {
    const checked: CheckRequest[] = [];
    const queue = new CheckQueue((request, signal) => {
      checked.push(request);
      if (checked.length > 1) return Promise.resolve();
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    });
    const asked = { changed: new Set<string>(), everything: true, asked: true };
    await Promise.all([saved('a.ts'), asked, saved('b.ts')].map((request) => queue.request(request)));
    expect(checked[1]).toEqual({ changed: new Set(['a.ts', 'b.ts']), everything: true, asked: true });
  });

  it('continues after a check has ended', async () => {
    let checks = 0;
    const queue = new CheckQueue(() => {
      checks += 1;
      return Promise.resolve();
    });
    await queue.request(saved('a.ts'));
    await queue.request(saved('a.ts'));
    expect(checks).toBe(2);
  });

  it('stops the running check when it is closed, and runs no further ones', async () => {
    let checks = 0;
    const queue = new CheckQueue((_, signal) => {
      checks += 1;
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    });
    const work = queue.request(saved('a.ts'));
    await queue.close();
    await work;
    await queue.request(saved('b.ts'));
    expect(checks).toBe(1);
  });
});
