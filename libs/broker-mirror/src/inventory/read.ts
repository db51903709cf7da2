import { mapConcurrently, type ConcurrencyOptions } from '../concurrency.ts';
import type { ConnectedBroker } from '../connected-broker.ts';
import {
  readCurrentDeployments,
  readEnvironments,
  readSupportedReleases,
  toDeployment,
} from './environments.ts';
import { readDeploymentHistory } from './deployment-history.ts';
import { readPacticipants } from './pacticipants.ts';
import { readResults, readVerifiedContents } from './results.ts';
import type { Deployment, Inventory, MirroredPacticipant, Release } from './types.ts';
import { readWebhooks } from './webhooks.ts';

export interface SourceOptions extends ConcurrencyOptions {
  /** Asks for the past deployments and releases of each version, as not every broker lists them. */
  readonly fullHistory: boolean;
}

/** Everything that the source has. */
export async function readSource(broker: ConnectedBroker, options: SourceOptions): Promise<Inventory> {
  const pacticipants = await readPacticipants(broker, options);
  const versions = pacticipants.flatMap((pacticipant) => pacticipant.versions);
  const environments = await readEnvironments(broker);
  const past = options.fullHistory
    ? await readDeploymentHistories(broker, versions.map(nameOfVersion), options)
    : { deployments: await readPastDeployments(broker, pacticipants, options), releases: [] };
  return {
    pacticipants,
    environments,
    contents: await readVerifiedContents(broker, pacticipants, options),
    deployments: inOrder([...past.deployments, ...(await readCurrentDeployments(broker, environments))]),
    releases: distinct([...past.releases, ...(await readSupportedReleases(broker, environments))]),
    webhooks: await readWebhooks(broker, options),
  };
}

/** What the target has of the source's content, and what it has of the same pacticipants. */
export async function readTarget(
  broker: ConnectedBroker,
  source: Inventory,
  options: ConcurrencyOptions,
): Promise<Inventory> {
  const wanted = new Set(source.pacticipants.map(({ name }) => name));
  const pacticipants = await readPacticipants(broker, options);
  const environments = await readEnvironments(broker);
  const present = publications(pacticipants);
  const contents = source.contents.filter((content) => present.has(publication(content)));
  const past = await readDeploymentHistories(broker, [...source.deployments, ...source.releases], options);
  const deployed = await readCurrentDeployments(broker, environments);
  const supported = await readSupportedReleases(broker, environments);
  const isWanted = ({ pacticipant }: { readonly pacticipant: string }) => wanted.has(pacticipant);
  return {
    pacticipants,
    environments,
    contents: await readResults(broker, contents, options),
    deployments: inOrder([...past.deployments, ...deployed]).filter(isWanted),
    releases: distinct([...past.releases, ...supported]).filter(isWanted),
    webhooks: await readWebhooks(broker, options),
  };
}

async function readDeploymentHistories(
  broker: ConnectedBroker,
  versions: readonly { readonly pacticipant: string; readonly version: string }[],
  options: ConcurrencyOptions,
): Promise<{ deployments: Deployment[]; releases: Release[] }> {
  const names = new Map(versions.map((one) => [JSON.stringify([one.pacticipant, one.version]), one]));
  const histories = await mapConcurrently([...names.values()], options, (one) =>
    readDeploymentHistory(broker, one),
  );
  return {
    deployments: histories.flatMap(({ deployments }) => deployments),
    releases: histories.flatMap(({ releases }) => releases),
  };
}

async function readPastDeployments(
  { client }: ConnectedBroker,
  pacticipants: readonly MirroredPacticipant[],
  options: ConcurrencyOptions,
): Promise<Deployment[]> {
  const urls = pacticipants.flatMap(({ versions }) => versions.flatMap((one) => one.pastDeployments));
  return mapConcurrently(urls, options, async (url) => toDeployment(await client.get(url), {}));
}

/** Oldest first. Of those in one second, the current one is the last, as it replaced the others. */
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
