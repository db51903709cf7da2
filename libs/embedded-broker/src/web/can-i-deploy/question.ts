import { textOf, type RackHash } from '../../http/index.ts';

/** What somebody wants to deploy, and where to. Texts are as typed; none is empty. */
export interface DeployQuestion {
  readonly pacticipant: string;
  readonly version?: string;
  readonly branch?: string;
  readonly tag?: string;
  readonly environment?: string;
  /** The tag that marks what runs where the version is to go, where environments are not used. */
  readonly to?: string;
}

const fields = ['pacticipant', 'version', 'branch', 'tag', 'environment', 'to'] as const;

/** The question in a page's query, as far as it is filled in. */
export function questionIn(query: RackHash): Partial<DeployQuestion> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = textOf(query[field])?.trim();
      return text ? [[field, text]] : [];
    }),
  );
}

/** The same question as the command line asks it of the API's matrix, so that both get the same answer. */
export function matrixParameters(question: DeployQuestion): RackHash {
  const { pacticipant, version, branch, tag, environment, to } = question;
  const isLatest = version === undefined;
  const selector: RackHash = {
    pacticipant,
    ...(version === undefined ? {} : { version }),
    ...(branch === undefined ? {} : { branch }),
    ...(tag === undefined ? {} : { tag }),
    ...(isLatest ? { latest: 'true' } : {}),
  };
  const target: RackHash =
    environment !== undefined
      ? { environment, latestby: 'cvpv', ...(to === undefined ? {} : { tag: to }) }
      : { ...(to === undefined ? {} : { tag: to }), latest: 'true', latestby: 'cvp' };
  return { q: [selector], ...target };
}

/** What is to be deployed, in words. */
export function subjectOf({ pacticipant, version, branch, tag }: DeployQuestion): string {
  if (version !== undefined) return `version ${version} of ${pacticipant}`;
  if (branch !== undefined) return `the latest version of ${pacticipant} from branch ${branch}`;
  if (tag !== undefined) return `the latest version of ${pacticipant} with tag ${tag}`;
  return `the latest version of ${pacticipant}`;
}

/** Where to, in words. */
export function destinationOf({ environment, to }: DeployQuestion): string {
  if (environment !== undefined) return `to ${environment}`;
  return to === undefined ? 'alongside the latest versions of everything else' : `to where tag ${to} is`;
}
