import type { TestBroker } from './broker-client.ts';

const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';

/** What a browser gets to see of a broker. */
export interface Shown {
  readonly status: number;
  readonly text: string;
  /** Where the answer leads on to. */
  readonly location: string | null;
}

/** Looks at pages and sends forms as a browser without scripts does. */
export function pageClient(broker: Pick<TestBroker, 'url'>, headers: Record<string, string> = {}) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const response = await fetch(broker.url + path, {
      redirect: 'manual',
      ...init,
      headers: { accept, ...headers, ...(init.headers as Record<string, string> | undefined) },
    });
    const text = await response.text();
    return { status: response.status, text, location: response.headers.get('location') };
  };
  return {
    visit: (path: string) => ask(path),
    /** Sends a form, from a page of the broker unless the headers say otherwise. */
    send: (
      path: string,
      fields: readonly (readonly [string, string])[],
      more: Record<string, string> = { origin: broker.url, 'sec-fetch-site': 'same-origin' },
    ) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
        headers: more,
      }),
  };
}
