import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { runProgramSync } from '../processes/index.ts';

/** Identifies a process. The id alone does not: after a crash the system may give it to another program. */
export const processIdentity = z.object({
  pid: z.number(),
  /** Start time as the system prints it; empty where it can't be read. */
  startedAt: z.string(),
});

export type ProcessIdentity = Readonly<z.infer<typeof processIdentity>>;

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startTimeOf(process.pid) ?? '' };
}

/** Whether the process still runs. Another process with the same id does not count. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return startTimeOf(pid) === startedAt;
}

/** Start time of a process; undefined when no process has this id. */
function startTimeOf(pid: number): string | undefined {
  if (!exists(pid)) return undefined;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The fields after the name in parentheses, which may contain anything: the first is the state, the 20th the start
    // time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): string {
  try {
    return runProgramSync('ps', ['-o', 'lstart=', '-p', String(pid)], { ...process.env, LC_ALL: 'C' }).trim();
  } catch {
    return '';
  }
}
