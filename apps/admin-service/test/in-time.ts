/** Milliseconds after which something counts as hanging. */
const deadline = 5000;

/**
 * Waits for something that must not take long.
 * @param what is waited for
 * @throws Error that names it when it does not come
 */
export async function inTime<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} does not come`)), deadline);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
