import {
  NotAPactBrokerError,
  requireLink,
  type BrokerClient,
  type HalResource,
} from '@pact-workshop/broker-client';

/** Where the broker tells what is live in an environment, and under which name. */
const lists = {
  'pb:currently-deployed-deployed-versions': 'deployedVersions',
  'pb:currently-supported-released-versions': 'releasedVersions',
};

/**
 * The versions that are live in an environment, deployed or released, by pacticipant; each once.
 * @param environment its document, from `environmentResource`
 * @throws NotAPactBrokerError when a list is not to be read: an empty one would say that nothing is live
 */
export async function liveVersions(
  client: BrokerClient,
  environment: HalResource,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const live = new Map<string, string[]>();
  for (const [rel, name] of Object.entries(lists)) {
    const url = requireLink(environment, rel, client.baseUrl);
    for (const { pacticipant, version } of listed(await client.get(url), name, url)) {
      const known = live.get(pacticipant) ?? [];
      if (!known.includes(version)) live.set(pacticipant, [...known, version]);
    }
  }
  return live;
}

interface LiveEntry {
  readonly _embedded?: {
    readonly pacticipant?: { readonly name?: unknown };
    readonly version?: { readonly number?: unknown };
  };
}

function listed(resource: HalResource, name: string, url: string) {
  const list = resource._embedded?.[name];
  if (!Array.isArray(list)) throw new NotAPactBrokerError(url, `its answer has no list "${name}"`);
  return list.map((one: LiveEntry | null) => {
    const pacticipant = one?._embedded?.pacticipant?.name;
    const version = one?._embedded?.version?.number;
    if (typeof pacticipant !== 'string' || typeof version !== 'string') {
      throw new NotAPactBrokerError(url, `its list "${name}" does not say which versions`);
    }
    return { pacticipant, version };
  });
}
