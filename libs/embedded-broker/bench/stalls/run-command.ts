import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ownCommand } from '../broker-process.ts';

/**
 * Runs `embedded-broker` in a process of its own.
 * @throws Error when it fails
 */
export async function runCommand(...args: string[]): Promise<void> {
  const child = spawn(ownCommand, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const kill = () => child.kill();
  process.once('exit', kill);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('exit', kill);
  if (code !== 0) throw new Error(`embedded-broker ${args.join(' ')} ended with code ${code}`);
}
