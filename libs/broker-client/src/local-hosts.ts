/** Hosts that no proxy can reach for us, as URLs name them. */
export const localHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a URL leads to this machine itself. */
export function isLocal(url: string): boolean {
  return localHosts.includes(new URL(url).hostname);
}
