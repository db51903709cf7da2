import { template, timestamps, type Link, type Urls } from '../http/index.ts';
import { displayNameOf } from './display-name.ts';
import type { Pacticipant } from './store.ts';

/** What is shown of a pacticipant besides itself. */
export interface PacticipantContext {
  readonly latestVersionNumber?: string | undefined;
  /** Where its versions are deployed: a link each. Only shown of a single one that exists. */
  readonly deployedEnvironments?: readonly object[];
}

/** A pacticipant in HAL (api.md 2.6). */
export function pacticipantRepresentation(
  pacticipant: Pacticipant,
  { latestVersionNumber, deployedEnvironments }: PacticipantContext,
  urls: Urls,
): object {
  const { name } = pacticipant;
  const deprecated = 'DEPRECATED - please use latestVersion';
  const latestVersion =
    latestVersionNumber === undefined
      ? undefined
      : {
          number: latestVersionNumber,
          _links: {
            self: {
              title: 'Version',
              name: latestVersionNumber,
              href: urls.version(name, latestVersionNumber),
            },
          },
        };
  return {
    name,
    displayName: pacticipant.displayName ?? displayNameOf(name),
    ...optional('repositoryUrl', pacticipant.repositoryUrl),
    ...optional('repositoryName', pacticipant.repositoryName),
    ...optional('repositoryNamespace', pacticipant.repositoryNamespace),
    ...optional('mainBranch', pacticipant.mainBranch),
    ...timestamps(pacticipant),
    _embedded: {
      ...(latestVersion ? { latestVersion } : {}),
      labels: [],
      ...(latestVersion
        ? { 'latest-version': { ...latestVersion, title: deprecated, name: deprecated } }
        : {}),
    },
    _links: {
      self: { href: urls.pacticipant(name) },
      'pb:versions': { href: urls.versions(name) },
      'pb:branches': { href: urls.branches(name) },
      ...(deployedEnvironments ? { 'pb:deployed-environments': deployedEnvironments } : {}),
      'pb:version': template(
        'Get, create or delete a pacticipant version',
        `${urls.versions(name)}/{version}`,
      ),
      'pb:version-tag': template(
        'Get, create or delete a tag for a version of ' + name,
        `${urls.versions(name)}/{version}/tags/{tag}`,
      ),
      'pb:branch-version': template(
        'Get or add/create a version for a branch of ' + name,
        `${urls.branches(name)}/{branch}/versions/{version}`,
      ),
      versions: { title: 'Deprecated - use pb:versions', href: urls.versions(name) },
    },
  };
}

/** The link to a pacticipant from elsewhere. */
export function pacticipantLink(name: string, urls: Urls, title = 'Pacticipant'): Link {
  return { title, name, href: urls.pacticipant(name) };
}

function optional(field: string, value: string | null): object {
  return value === null ? {} : { [field]: value };
}
