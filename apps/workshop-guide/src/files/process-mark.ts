import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Tells a process from all others. The id alone doesn't: after a crash another program may have been given it. */
export const processMark = z.object({
  pid: z.number(),
  /** When it began, in the words of the system; empty where that can't be asked. */
  startedAt: z.string(),
});

export type ProcessMark = Readonly<z.infer<typeof processMark>>;

/** The mark of the process that runs this. */
export function ownMark(): ProcessMark {
  return { pid: process.pid, startedAt: beginningOf(process.pid) ?? '' };
}

/** Whether the process still runs, and no other one has been given its id. */
export function isRunning({ pid, startedAt }: ProcessMark): boolean {
  return beginningOf(pid) === startedAt;
}

/** When a process began; undefined where there is none with this id. */
function beginningOf(pid: number): string | undefined {
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
    // Behind the name in brackets, which may hold anything: the state comes first, the beginning as the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): string {
  try {
    const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, stdio: 'pipe' } as const;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options).trim();
  } catch {
    return '';
  }
}
