/** How long something may take that has to come at once, also on a machine that is busy; and once it did not come. */
const patienceMs = 10_000;
const afterwardsMs = 1_000;
let wasInVain = false;

/**
 * Aborts when a test has waited long enough. In a file where something did not come, what else it waits for gets less
 * time, so that a broken product fails its tests soon.
 */
export function patience(): AbortSignal {
  return AbortSignal.timeout(wasInVain ? afterwardsMs : patienceMs);
}

/** What a test says that waited for something which did not come. */
export function inVain(what: string): Error {
  wasInVain = true;
  return new Error(`Waited in vain for ${what}`);
}

/**
 * Asks again and again until the answer is there.
 * @param what is waited for, for the error; called only then
 * @throws Error when it does not come
 */
export async function until<T>(what: () => string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = patience();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (deadline.aborted) throw inVain(what());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
