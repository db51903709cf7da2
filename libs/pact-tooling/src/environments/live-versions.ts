import {
  NotAPactBrokerError,
  requireLink,
  type BrokerClient,
  type HalResource,
} from '@pact-workshop/broker-client';

/** The relations of an environment that lead to its live versions, and the names of the lists there. */
const lists = {
  'pb:currently-deployed-deployed-versions': 'deployedVersions',
  'pb:currently-supported-released-versions': 'releasedVersions',
};

/**
 * The live versions of an environment, deployed or released, by pacticipant; each once.
 * @param environment its document, from `environmentResource`
 * @throws NotAPactBrokerError if a list can't be read: an empty list would mean that nothing is live
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
