import { curies, template, timestamps, type Link, type Urls } from '../http/index.ts';
import { displayNameOf } from './display-name.ts';
import type { Pacticipant } from './store.ts';

/** What is shown of a pacticipant besides itself. */
export interface PacticipantContext {
  readonly latestVersionNumber?: string | undefined;
  readonly labels?: readonly string[];
  /** Where its versions are deployed: a link each. Only shown of a single one that exists. */
  readonly deployedEnvironments?: readonly object[];
}

/** A pacticipant in HAL. Source: docs/official-broker/pacticipants-and-versions.md#a-pacticipant. */
export function pacticipantRepresentation(
  pacticipant: Pacticipant,
  { latestVersionNumber, labels = [], deployedEnvironments }: PacticipantContext,
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
    repositoryUrl: pacticipant.repositoryUrl ?? undefined,
    repositoryName: pacticipant.repositoryName ?? undefined,
    repositoryNamespace: pacticipant.repositoryNamespace ?? undefined,
    mainBranch: pacticipant.mainBranch ?? undefined,
    ...timestamps(pacticipant),
    _embedded: {
      latestVersion,
      labels: labels.map((label) => ({
        name: label,
        _links: { self: { title: 'Label', name: label, href: urls.label(name, label) } },
      })),
      'latest-version': latestVersion && { ...latestVersion, title: deprecated, name: deprecated },
    },
    _links: {
      self: { href: urls.pacticipant(name) },
      'pb:versions': { href: urls.versions(name) },
      'pb:branches': { href: urls.branches(name) },
      'pb:deployed-environments': deployedEnvironments,
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
      'pb:label': template(
        `Get, create or delete a label for ${name}`,
        `${urls.pacticipant(name)}/labels/{label}`,
      ),
      versions: { title: 'Deprecated - use pb:versions', href: urls.versions(name) },
      'pb:can-i-deploy-badge': template(
        `Can I Deploy ${name} badge`,
        `${urls.pacticipant(name)}/latest-version/{tag}/can-i-deploy/to/{environmentTag}/badge`,
      ),
      'pb:can-i-deploy-branch-to-environment-badge': template(
        `Can I Deploy ${name} from branch to environment badge`,
        `${urls.branches(name)}/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge`,
      ),
      curies: curies('pacticipant', urls.base),
    },
  };
}

/** The link to a pacticipant from elsewhere. */
export function pacticipantLink(name: string, urls: Urls, title = 'Pacticipant'): Link {
  return { title, name, href: urls.pacticipant(name) };
}

/** The links of a list of pacticipants, of all or of some: the official broker calls each of them that of all. */
export function pacticipantListLinks(
  pacticipants: readonly Pacticipant[],
  paging: object,
  urls: Urls,
): object {
  const links = pacticipants.map(({ name }) => pacticipantLink(name, urls));
  return {
    self: { href: urls.pacticipants() },
    ...paging,
    'pb:pacticipants-with-label': template(
      'Find pacticipants by label',
      `${urls.pacticipants()}/label/{label}`,
    ),
    'pb:pacticipants': links,
    pacticipants: links.map(({ name, href }) => ({
      title: name,
      name: 'DEPRECATED - please use pb:pacticipants',
      href,
    })),
  };
}
