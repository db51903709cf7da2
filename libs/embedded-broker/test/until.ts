/** How long something may take that has to come at once, also on a machine that is busy. */
export const patienceMs = 10_000;

/** What a test says that waited for something which did not come. */
export function inVain(what: string): Error {
  return new Error(`Waited ${patienceMs / 1000} seconds in vain for ${what}`);
}

/**
 * Asks again and again until the answer is there.
 * @param what is waited for, for the error; called only then
 * @throws Error when it does not come
 */
export async function until<T>(what: () => string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = AbortSignal.timeout(patienceMs);
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (deadline.aborted) throw inVain(what());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
