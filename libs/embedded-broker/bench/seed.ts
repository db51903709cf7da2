import { pactOf } from '../test/broker-client.ts';
import type { Client } from './client.ts';

const consumers = 20;
const providers = 10;
const providersOfEach = 3;

export const consumer = (index: number) => `consumer-${index + 1}`;
export const provider = (index: number) => `provider-${index + 1}`;

/** What a team of thirty applications does: `versions` builds of each, verified, and the last ones deployed. */
export async function seed(
  client: Client,
  versions: number,
): Promise<{ readonly publicationsPerSecond: number }> {
  const start = performance.now();
  for (let version = 1; version <= versions; version++) {
    for (let index = 0; index < consumers; index++)
      await client.send('POST', '/contracts/publish', publication(index, String(version), version));
  }
  const publicationsPerSecond = (consumers * versions) / ((performance.now() - start) / 1000);

  for (let version = 5; version <= versions; version += 5) {
    for (let index = 0; index < consumers; index++) {
      for (const name of providersOf(index)) {
        const pact = await client.send(
          'GET',
          `/pacts/provider/${name}/consumer/${consumer(index)}/version/${version}`,
        );
        const { _links: links } = JSON.parse(pact.text) as { _links: Record<string, { href: string }> };
        const path = new URL(links['pb:publish-verification-results']?.href ?? '').pathname;
        await client.send('POST', path, { success: true, providerApplicationVersion: String(version) });
      }
    }
    for (let index = 0; index < providers; index++) {
      await client.send('PUT', `/pacticipants/${provider(index)}/branches/main/versions/${version}`, {});
    }
  }
  const last = String(versions - (versions % 5));
  for (let index = 0; index < consumers; index++) await deploy(client, consumer(index), last);
  for (let index = 0; index < providers; index++) await deploy(client, provider(index), last);
  return { publicationsPerSecond };
}

function providersOf(index: number): string[] {
  return Array.from({ length: providersOfEach }, (_, k) =>
    provider((index * providersOfEach + k) % providers),
  );
}

/**
 * A version of a consumer with its contracts, which change with every fifth.
 * @param place of the version among all
 */
export function publication(index: number, version: string, place: number): object {
  const name = consumer(index);
  return {
    pacticipantName: name,
    pacticipantVersionNumber: version,
    branch: 'main',
    tags: ['main', ...(place % 10 === 0 ? ['prod'] : [])],
    contracts: providersOf(index).map((providerName) => ({
      consumerName: name,
      providerName,
      contentType: 'application/json',
      specification: 'pact',
      content: Buffer.from(JSON.stringify(pactOf(name, providerName, Math.ceil(place / 5)))).toString(
        'base64',
      ),
    })),
  };
}

async function deploy(client: Client, name: string, version: string): Promise<void> {
  const { text } = await client.send('GET', '/environments');
  const list = JSON.parse(text) as { _embedded: { environments: { name: string; uuid: string }[] } };
  const { uuid } = list._embedded.environments.find((one) => one.name === 'production') ?? { uuid: '' };
  await client.send(
    'POST',
    `/pacticipants/${name}/versions/${version}/deployed-versions/environment/${uuid}`,
    {},
  );
}
