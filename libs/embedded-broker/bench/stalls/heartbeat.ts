import { Agent, get } from 'node:http';
import type { HeartbeatAnswer, HeartbeatOrder } from './watch.ts';

// heartbeat.ts URL: asks a broker for its heartbeat every 20 ms, also while earlier ones wait for their answers. The
// parent marks a window, and is told how long those in it waited.

const everyMs = 20;
const url = `${process.argv[2]}/diagnostic/status/heartbeat`;
const agent = new Agent({ keepAlive: true });

/** How long each heartbeat waited, from the moment when it was due. */
let waits: Promise<number>[] = [];
/** How late this process itself was at the most: what the machine, not the broker, adds to a wait. */
let lateMs = 0;
let due = performance.now();

function askWhatIsDue(): void {
  const now = performance.now();
  for (; due <= now; due += everyMs) {
    lateMs = Math.max(lateMs, now - due);
    waits.push(waitOf(due));
  }
  setTimeout(askWhatIsDue, Math.max(0, due - performance.now()));
}

function waitOf(since: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the heartbeat answers ${response.statusCode}`));
      response.resume().once('end', () => resolve(performance.now() - since));
    });
    asked.once('error', (error: NodeJS.ErrnoException) => {
      // The broker closes idle connections, of which a stall leaves many.
      if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(waitOf(since));
      else reject(error);
    });
  });
}

process.on('message', (order: HeartbeatOrder) => {
  if (order === 'begin') {
    waits = [];
    lateMs = 0;
    tell('began');
  } else {
    const late = lateMs;
    void Promise.all(waits).then((all) => tell({ waits: all, lateMs: late }));
  }
});
// It ends with its parent, whatever ended that: Ctrl-C is sent to both.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit());
askWhatIsDue();

function tell(answer: HeartbeatAnswer): void {
  process.send?.(answer);
}
