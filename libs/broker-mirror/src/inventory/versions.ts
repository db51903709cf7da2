import {
  embedded,
  findLinks,
  NotAPactBrokerError,
  type HalLink,
  type HalResource,
} from '@pact-workshop/broker-client';
import type { MirroredVersion } from './types.ts';

/**
 * A version as the list of a pacticipant's versions shows it.
 * Source: docs/official-broker/pacticipants-and-versions.md#a-version.
 */
export function toVersion(pacticipant: string, resource: HalResource): MirroredVersion {
  const { number, buildUrl, createdAt } = resource as {
    number?: string;
    buildUrl?: string;
    createdAt?: string;
  };
  const version = String(number);
  return {
    pacticipant,
    number: version,
    buildUrl: buildUrl ?? undefined,
    createdAt: String(createdAt),
    branches: embedded(resource, 'branchVersions').map(({ name, latest }) => ({
      name: String(name),
      isHead: latest === true,
    })),
    tags: embedded(resource, 'tags').map(({ name }) => String(name)),
    pacts: findLinks(resource, 'pb:pact-versions').map((link) => ({
      provider: providerOf(link, pacticipant, version),
      url: link.href,
    })),
    pastDeployments: findLinks(resource, 'pb:deployed-environments')
      .filter((link) => link.currently_deployed === false)
      .map(({ href }) => href),
  };
}

/** The link has no field for the provider. Its name is `Pact between CONSUMER (VERSION) and PROVIDER`. */
function providerOf({ name = '', href }: HalLink, consumer: string, version: string): string {
  const beginning = `Pact between ${consumer} (${version}) and `;
  if (!name.startsWith(beginning)) throw new NotAPactBrokerError(href, `a pact is named "${name}"`);
  return name.slice(beginning.length);
}
