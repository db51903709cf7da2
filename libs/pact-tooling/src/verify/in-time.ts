/**
 * Waits for work no longer than it may take.
 * @throws Error saying so when it takes longer, and whatever the work throws
 */
export async function inTime<T>(work: () => T | Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not finish within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([new Promise<T>((resolve) => resolve(work())), late]);
  } finally {
    clearTimeout(timer);
  }
}
