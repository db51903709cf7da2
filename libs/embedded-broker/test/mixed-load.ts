import { pactOf } from './broker-client.ts';

const providers = ['Bar', 'Baz'] as const;

/** What a broker has confirmed. Whatever happens to it afterwards, this must be there. */
export interface Acknowledged {
  /** Versions of Foo, each published with two contracts, two tags and a branch. */
  readonly versions: string[];
  /** Results, by the number in the URL that the broker gave them. */
  readonly results: string[];
  /** UUIDs of recorded deployments. */
  readonly deployments: string[];
}

/**
 * Writes to a broker from several connections, everything mixed, until it no longer answers.
 * @param random gives numbers from 0 up to 1
 * @throws Error when the broker answers with a failure, since then nothing is shown by what follows
 */
export async function writeUntilGone(
  url: string,
  acknowledged: Acknowledged,
  random: () => number,
  connections = 4,
): Promise<void> {
  const production = await environmentUuid(url);
  const post = async (path: string, body: object): Promise<Response | undefined> => {
    const headers = { 'content-type': 'application/json', accept: 'application/hal+json' };
    let response: Response;
    let text: string;
    try {
      response = await fetch(path.startsWith('http') ? path : url + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      text = await response.text();
    } catch {
      return undefined;
    }
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text}`);
    return new Response(text, { headers: response.headers });
  };

  const publish = async (): Promise<boolean> => {
    const version = String(++published);
    const done = await post('/contracts/publish', publication(version));
    if (done) acknowledged.versions.push(version);
    return done !== undefined;
  };
  const verify = async (): Promise<boolean> => {
    const version = pick(acknowledged.versions, random);
    const provider = pick(providers, random);
    if (version === undefined || provider === undefined) return true;
    const pact = await fetch(`${url}/pacts/provider/${provider}/consumer/Foo/version/${version}`).then(
      (response) => response.json() as Promise<{ _links: Record<string, { href: string }> }>,
      () => undefined,
    );
    const href = pact?._links['pb:publish-verification-results']?.href;
    if (href === undefined) return false;
    const done = await post(href, {
      success: random() < 0.8,
      providerApplicationVersion: String(Math.ceil(random() * 50)),
    });
    const number = /\/(\d+)$/.exec(done?.headers.get('location') ?? '')?.[1];
    if (number !== undefined) acknowledged.results.push(number);
    return done !== undefined;
  };
  const deploy = async (): Promise<boolean> => {
    const version = pick(acknowledged.versions, random);
    if (version === undefined) return true;
    const done = await post(
      `/pacticipants/Foo/versions/${version}/deployed-versions/environment/${production}`,
      {},
    );
    if (done) acknowledged.deployments.push(((await done.json()) as { uuid: string }).uuid);
    return done !== undefined;
  };

  const write = async () => {
    for (;;) {
      const dice = random();
      if (!(await (dice < 0.5 ? publish() : dice < 0.85 ? verify() : deploy()))) return;
    }
  };
  await Promise.all(Array.from({ length: connections }, write));
}

let published = 0;

/** A request that publishes a version with a branch, two tags and two contracts. */
function publication(version: string): object {
  return {
    pacticipantName: 'Foo',
    pacticipantVersionNumber: version,
    branch: 'main',
    tags: ['a', 'b'],
    contracts: providers.map((provider) => ({
      consumerName: 'Foo',
      providerName: provider,
      contentType: 'application/json',
      specification: 'pact',
      content: Buffer.from(JSON.stringify(pactOf('Foo', provider, version))).toString('base64'),
    })),
  };
}

async function environmentUuid(url: string): Promise<string> {
  const list = (await (await fetch(`${url}/environments`)).json()) as {
    _embedded: { environments: { name: string; uuid: string }[] };
  };
  return list._embedded.environments.find(({ name }) => name === 'production')?.uuid ?? '';
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}
