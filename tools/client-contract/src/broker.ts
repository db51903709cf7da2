/** A broker that is filled for one interaction after the other. All it has is deleted for the next one. */
export class FilledBroker {
  readonly url: string;
  /** Ids that the contract has fixed, with those that the broker chose in their place. */
  readonly idsHere = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  /**
   * Asks the broker.
   * @param path from the base URL on; or a whole URL
   * @returns the JSON of its answer, if it has a body
   * @throws Error when it refuses
   */
  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: { accept: 'application/hal+json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Answer;
  }

  /** Deletes all that there is. */
  async empty(): Promise<void> {
    this.idsHere.clear();
    const webhooks = (await this.send('GET', '/webhooks'))._links?.['pb:webhooks'] ?? [];
    for (const { href } of [webhooks].flat()) await this.send('DELETE', href);
    const pacticipants = (await this.send('GET', '/pacticipants'))._embedded?.pacticipants ?? [];
    for (const { name } of pacticipants) await this.send('DELETE', path('pacticipants', name));
    const environments = (await this.send('GET', '/environments'))._embedded?.environments ?? [];
    for (const { uuid } of environments) await this.send('DELETE', path('environments', uuid));
  }
}

interface Link {
  readonly href: string;
}

/** What is read of the broker's answers. */
export interface Answer {
  readonly uuid?: string;
  readonly _links?: Readonly<Record<string, Link | readonly Link[]>>;
  readonly _embedded?: {
    readonly pacticipants?: readonly { readonly name: string }[];
    readonly environments?: readonly { readonly uuid: string }[];
  };
}

/** A path of these parts. */
export const path = (...parts: readonly string[]): string => `/${parts.map(encodeURIComponent).join('/')}`;
