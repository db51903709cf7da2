import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../test/free-port.ts';

/** The command's file of this checkout. */
export const ownCommand = fileURLToPath(new URL('../bin/embedded-broker.mjs', import.meta.url));

/** A broker in a process of its own, started as a user starts it. */
export interface BrokerProcess extends AsyncDisposable {
  readonly url: string;
  /** From the start of the process to the first answer, in milliseconds. */
  readonly startMs: number;
  /** Memory that the process occupies, in megabytes; undefined where the system does not report it. */
  memory(): number | undefined;
  /** Processor time that it has used so far, in milliseconds; undefined where the system does not report it. */
  cpu(): number | undefined;
}

/**
 * @param db SQLite file
 * @param command the command's file: by default that of this checkout
 */
export async function startBrokerProcess(db: string, command = ownCommand): Promise<BrokerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(command, ['start', '--port', String(port), '--db', db], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stopped = once(child, 'exit');
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`the broker ended with code ${child.exitCode}`);
    await after(2);
  }
  return {
    url,
    startMs: performance.now() - start,
    memory() {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
      } catch {
        return undefined;
      }
    },
    cpu() {
      try {
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        // User and system time, in hundredths of a second.
        return (Number(fields[11]) + Number(fields[12])) * 10;
      } catch {
        return undefined;
      }
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await stopped;
    },
  };
}

function answers(url: string): Promise<boolean> {
  return fetch(`${url}/diagnostic/status/heartbeat`).then(
    ({ ok }) => ok,
    () => false,
  );
}
