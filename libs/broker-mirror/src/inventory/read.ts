import { mapConcurrently, type LaneOptions } from '../lanes.ts';
import type { Side } from '../side.ts';
import {
  readCurrentDeployments,
  readEnvironments,
  readSupportedReleases,
  toDeployment,
} from './environments.ts';
import { readHistory } from './history.ts';
import { readPacticipants } from './pacticipants.ts';
import { readResults, readVerifiedContents } from './results.ts';
import type { Deployment, Inventory, MirroredPacticipant, Release } from './types.ts';
import { readWebhooks } from './webhooks.ts';

export interface SourceOptions extends LaneOptions {
  /** Asks each version for its past deployments and releases, which not every broker lists. */
  readonly fullHistory: boolean;
}

/** Everything that the source has. */
export async function readSource(side: Side, options: SourceOptions): Promise<Inventory> {
  const pacticipants = await readPacticipants(side, options);
  const versions = pacticipants.flatMap((pacticipant) => pacticipant.versions);
  const environments = await readEnvironments(side);
  const past = options.fullHistory
    ? await readHistories(side, versions.map(nameOfVersion), options)
    : { deployments: await readPastDeployments(side, pacticipants, options), releases: [] };
  return {
    pacticipants,
    environments,
    contents: await readVerifiedContents(side, pacticipants, options),
    deployments: inOrder([...past.deployments, ...(await readCurrentDeployments(side, environments))]),
    releases: distinct([...past.releases, ...(await readSupportedReleases(side, environments))]),
    webhooks: await readWebhooks(side, options),
  };
}

/** What the target has of that, and what else is in its way. */
export async function readTarget(side: Side, source: Inventory, options: LaneOptions): Promise<Inventory> {
  const wanted = new Set(source.pacticipants.map(({ name }) => name));
  const pacticipants = await readPacticipants(side, options);
  const environments = await readEnvironments(side);
  const present = publications(pacticipants);
  const contents = source.contents.filter((content) => present.has(publication(content)));
  const past = await readHistories(side, [...source.deployments, ...source.releases], options);
  const deployed = await readCurrentDeployments(side, environments);
  const supported = await readSupportedReleases(side, environments);
  const isWanted = ({ pacticipant }: { readonly pacticipant: string }) => wanted.has(pacticipant);
  return {
    pacticipants,
    environments,
    contents: await readResults(side, contents, options),
    deployments: inOrder([...past.deployments, ...deployed]).filter(isWanted),
    releases: distinct([...past.releases, ...supported]).filter(isWanted),
    webhooks: await readWebhooks(side, options),
  };
}

async function readHistories(
  side: Side,
  versions: readonly { readonly pacticipant: string; readonly version: string }[],
  options: LaneOptions,
): Promise<{ deployments: Deployment[]; releases: Release[] }> {
  const names = new Map(versions.map((one) => [JSON.stringify([one.pacticipant, one.version]), one]));
  const histories = await mapConcurrently([...names.values()], options, (one) => readHistory(side, one));
  return {
    deployments: histories.flatMap(({ deployments }) => deployments),
    releases: histories.flatMap(({ releases }) => releases),
  };
}

async function readPastDeployments(
  { client }: Side,
  pacticipants: readonly MirroredPacticipant[],
  options: LaneOptions,
): Promise<Deployment[]> {
  const urls = pacticipants.flatMap(({ versions }) => versions.flatMap((one) => one.pastDeployments));
  return mapConcurrently(urls, options, async (url) => toDeployment(await client.get(url), {}));
}

/** Oldest first; the current one of a second last, as it is the one that replaced others. */
function inOrder(deployments: readonly Deployment[]): Deployment[] {
  return distinct(deployments).sort(
    (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || Number(a.isCurrent) - Number(b.isCurrent),
  );
}

function distinct<T extends { readonly url: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.url, item])).values()];
}

const nameOfVersion = ({ pacticipant, number }: { pacticipant: string; number: string }) => ({
  pacticipant,
  version: number,
});

function publications(pacticipants: readonly MirroredPacticipant[]): ReadonlySet<string> {
  return new Set(
    pacticipants.flatMap(({ name, versions }) =>
      versions.flatMap(({ number, pacts }) =>
        pacts.map(({ provider }) => publication({ consumer: name, consumerVersion: number, provider })),
      ),
    ),
  );
}

const publication = (name: { consumer: string; consumerVersion: string; provider: string }): string =>
  JSON.stringify([name.consumer, name.consumerVersion, name.provider]);
