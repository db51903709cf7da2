import { maySkip } from './may-skip.ts';

/**
 * Says that a check is skipped, and why. In CI (`CI=true`) that is a failure of this process.
 * @param check what is skipped, as a clause: `the comparison with …`
 * @param reason what is missing, as a clause: `… is not on this machine`
 */
export function skip(check: string, reason: string): void {
  if (maySkip()) {
    console.log(`Skipped: ${check}, since ${reason}.`);
    return;
  }
  console.error(`Nothing is skipped in CI. Left out would be: ${check}, since ${reason}.`);
  process.exitCode = 1;
}
