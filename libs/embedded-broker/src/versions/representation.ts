import { curies, template, timestamps, type Link, type Urls } from '../http/index.ts';
import { pacticipantLink } from '../pacticipants/index.ts';
import type { Version } from './store.ts';

/** What is shown of a version besides itself. */
export interface VersionContext {
  readonly branches: readonly { readonly name: string; readonly latest: boolean }[];
  readonly tags: readonly string[];
  readonly pacts: readonly { readonly provider: string }[];
}

/**
 * A version in HAL. `extraLinks` are those that only a single version's resource has.
 * Source: docs/official-broker/pacticipants-and-versions.md#a-version.
 */
export function versionRepresentation(
  version: Version,
  context: VersionContext,
  urls: Urls,
  { selfUrl, extraLinks = {} }: { readonly selfUrl?: string; readonly extraLinks?: object } = {},
): object {
  const { pacticipantName: pacticipant, number } = version;
  const self = versionLink(version, urls);
  return {
    number,
    buildUrl: version.buildUrl ?? undefined,
    ...timestamps(version),
    _embedded: {
      branchVersions: context.branches.map(({ name, latest }) => ({
        name,
        latest,
        _links: {
          self: { title: 'Branch version', name, href: urls.branchVersion(pacticipant, name, number) },
        },
      })),
      tags: context.tags.map((name) => ({
        name,
        _links: { self: { title: 'Tag', name, href: urls.tag(pacticipant, number, name) } },
      })),
    },
    _links: {
      self: { ...self, href: selfUrl ?? self.href },
      'pb:pacticipant': pacticipantLink(pacticipant, urls),
      'pb:tag': template(
        'Get, create or delete a tag for this pacticipant version',
        `${urls.version(pacticipant, number)}/tags/{tag}`,
      ),
      'pb:latest-verification-results-where-pacticipant-is-consumer': {
        title: 'Latest verification results for consumer version',
        href: urls.to('/verification-results/consumer/{}/version/{}/latest', pacticipant, number),
      },
      'pb:pact-versions': context.pacts.map(({ provider }) => ({
        title: 'Pact',
        name: `Pact between ${pacticipant} (${number}) and ${provider}`,
        href: urls.pact(pacticipant, provider, number),
      })),
      ...extraLinks,
      curies: curies('version', urls.base),
    },
  };
}

/** The link to a version from elsewhere. */
export function versionLink(
  version: { readonly pacticipantName: string; readonly number: string },
  urls: Urls,
  title = 'Version',
): Link {
  return { title, name: version.number, href: urls.version(version.pacticipantName, version.number) };
}
