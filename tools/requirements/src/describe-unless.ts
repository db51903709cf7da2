import { describe, it } from '@jest/globals';
import { maySkip } from './may-skip.ts';

type Describe = (name: string, tests: () => void) => void;

/**
 * `describe` for tests that need a program which is not on every machine. Where it is missing they are skipped, and a
 * line says so; in CI (`CI=true`) they fail.
 * @param missing what is missing here, as a sentence; undefined where all is there
 */
export function describeUnless(missing: string | undefined): Describe {
  if (missing === undefined) return describe;
  if (!maySkip()) return (name) => describe(name, () => failFor(missing));
  process.stderr.write(`Skipped: ${missing}\n`);
  return describe.skip;
}

function failFor(missing: string): void {
  it('is not skipped in CI', () => {
    throw new Error(`Nothing is skipped in CI. ${missing}`);
  });
}
