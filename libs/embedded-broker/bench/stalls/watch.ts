import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const heartbeat = fileURLToPath(new URL('heartbeat.ts', import.meta.url));

/** What the process is told that asks for the heartbeat. */
export type HeartbeatOrder = 'begin' | 'end';
/** What it says: that a window began, or what it saw in it. */
export type HeartbeatAnswer = 'began' | Waits;

export interface Waits {
  /** How long each heartbeat of a window waited for its answer, in milliseconds. */
  readonly waits: readonly number[];
  /** How late the process that asks was itself at the most. */
  readonly lateMs: number;
}

/** Asks for a broker's heartbeat, from a process of its own. */
export interface Watch extends Disposable {
  /** Runs `work`, and tells how long heartbeats waited meanwhile. */
  during<T>(work: () => Promise<T>): Promise<Waits & { readonly result: T }>;
}

export function watchHeartbeat(url: string): Watch {
  const child = fork(heartbeat, [url], { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that asks for the heartbeat ended with code ${code}`);
  });
  ended.catch(() => undefined);
  const order = async (text: HeartbeatOrder) => {
    const answer = once(child, 'message') as Promise<[HeartbeatAnswer]>;
    child.send(text);
    const [value] = await Promise.race([answer, ended]);
    return value;
  };
  return {
    async during(work) {
      await order('begin');
      const result = await work();
      return { ...((await order('end')) as Waits), result };
    },
    [Symbol.dispose]: () => void child.kill(),
  };
}
