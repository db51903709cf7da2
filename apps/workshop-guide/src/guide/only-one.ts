import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { WorkshopError } from '../errors.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Workshop } from './workshop.ts';

const opened = z.object({ pid: z.number(), url: z.string() });

/**
 * Two companions in one playground would run each check twice, and into each other.
 * @throws WorkshopError with the address of the one that is open
 */
export function refuseSecond(workshop: Workshop): void {
  const open = readOpened(workshop);
  if (!open || !isRunning(open.pid)) return;
  throw new WorkshopError(
    `The workshop is open already, in another terminal (process ${open.pid}).\nNext: go on at ${open.url}, or end that one with Ctrl-C first.`,
  );
}

/** Remembers that the workshop is open here; returns what forgets it. */
export function rememberOpened(workshop: Workshop, url: string): () => void {
  const file = fileOf(workshop);
  writeWhole(file, `${JSON.stringify({ pid: process.pid, url })}\n`);
  return () => rmSync(file, { force: true });
}

function fileOf({ at }: Workshop): string {
  return join(dirname(at.progressFile), 'open.json');
}

function readOpened(workshop: Workshop): z.infer<typeof opened> | undefined {
  try {
    return opened.parse(JSON.parse(readFileSync(fileOf(workshop), 'utf8')));
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
