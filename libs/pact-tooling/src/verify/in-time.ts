/**
 * Waits for work until a timeout.
 * @throws Error after the timeout, and the errors of the work
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
