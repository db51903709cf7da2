import type { ExpectedOutcome } from './lesson.ts';

/** Whether a command ended as it should, and if not, why not. */
export type Judgement = { readonly done: true } | { readonly done: false; readonly reason: string };

/**
 * Compares how a command ended with how it should.
 * @param output both streams, without colours
 */
export function judge({ passes, because }: ExpectedOutcome, exitCode: number, output: string): Judgement {
  const passed = exitCode === 0;
  // Not `test`, which remembers where it was when the pattern has the flag g.
  const holds = output.search(because) >= 0;
  if (passed === passes && holds) return { done: true };
  if (passed && !passes) return { done: false, reason: 'It passes, and here it should fail.' };
  if (!passed && passes) return { done: false, reason: `It fails, with exit code ${exitCode}.` };
  return {
    done: false,
    reason: `It ${passes ? 'passes' : 'fails'}, as it should, but ${passes ? 'its output lacks' : 'for another reason than'} ${String(because)}.`,
  };
}
