/** Hosts of this machine, which no proxy can reach; as in URLs. */
export const localHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a URL leads to this machine. */
export function isLocal(url: string): boolean {
  return localHosts.includes(new URL(url).hostname);
}
