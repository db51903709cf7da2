import type { ExpectedOutcome } from '../lesson.ts';

/** Whether a command ended as expected, and if not, the reason. */
export type Judgement = { readonly done: true } | { readonly done: false; readonly reason: string };

/**
 * Compares the end of a command with the expected outcome.
 * @param output both streams, without colours
 */
export function judge({ passes, because }: ExpectedOutcome, exitCode: number, output: string): Judgement {
  const passed = exitCode === 0;
  // Not `test`, which keeps a position when the pattern has the flag g.
  const holds = output.search(because) >= 0;
  if (passed === passes && holds) return { done: true };
  if (passed && !passes) return { done: false, reason: 'It passes, but it should fail here.' };
  if (!passed && passes) return { done: false, reason: `It fails with exit code ${exitCode}.` };
  return {
    done: false,
    reason: `It ${passes ? 'passes' : 'fails'} as expected, but its output lacks ${String(because)}.`,
  };
}
