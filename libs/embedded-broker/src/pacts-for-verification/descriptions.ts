import type { SelectionReason } from './selected-pact.ts';

/**
 * Reasons in a few words, for a list of pacts.
 * Source: docs/official-broker/pacts-for-verification.md#short-descriptions.
 */
export function shortDescription(reasons: readonly SelectionReason[]): string {
  return reasons.map(shortReason).join(', ');
}

function shortReason({ kind, branch, isMainBranch, tag, consumer, environment }: SelectionReason): string {
  switch (kind) {
    case 'latest':
      return 'latest';
    case 'branch':
      return isMainBranch ? 'latest from main branch' : `latest from branch ${branch}`;
    case 'tag':
      return `latest with tag ${tag}`;
    case 'allOfTag':
      return consumer === undefined ? `one of ${tag}` : `one of ${consumer} ${tag}`;
    case 'deployed':
      return `deployed to ${environment?.name}`;
    case 'released':
      return `released in ${environment?.name}`;
    case 'environment':
      return `in ${environment?.name}`;
  }
}

/**
 * Reasons as sentences, one for each; deployments and releases of several environments share one. The main branch
 * comes last, as in the reasons.
 * @param provider name of the provider that is verified
 */
export function longDescriptions(reasons: readonly SelectionReason[], provider: string): string[] {
  const single = reasons.filter(({ kind }) => kind !== 'deployed' && kind !== 'released');
  return [
    ...single.filter(({ isMainBranch }) => !isMainBranch).map((reason) => sentence(reason, provider)),
    ...liveSentences(
      reasons.filter(({ kind }) => kind === 'deployed'),
      'currently deployed to',
    ),
    ...liveSentences(
      reasons.filter(({ kind }) => kind === 'released'),
      'released and supported in',
    ),
    ...single.filter(({ isMainBranch }) => isMainBranch).map((reason) => sentence(reason, provider)),
  ];
}

function sentence(reason: SelectionReason, provider: string): string {
  const { kind, consumer, branch, isMainBranch, tag, missingTag, environment, version } = reason;
  const of = consumer === undefined ? '' : ` of ${consumer}`;
  const number = `(${version.number})`;
  switch (kind) {
    case 'branch':
      return isMainBranch
        ? `latest version${of} from the main branch '${branch}' ${number}`
        : `latest version${of} from branch '${branch}' ${number}`;
    case 'tag':
      return missingTag === undefined
        ? `latest version${of} tagged '${tag}' ${number}`
        : `latest version${of} tagged '${tag}' (fallback tag used as no pact was found with tag '${missingTag}') ${number}`;
    case 'allOfTag':
      return `all ${consumer ?? 'consumer'} versions tagged '${tag}' ${number}`;
    case 'environment':
      return `${consumer === undefined ? 'a consumer version' : `${consumer} version`} in environment ${environment?.name} ${number}`;
    default:
      return `latest version of ${consumer ?? 'a consumer'} that has a pact with ${provider} ${number}`;
  }
}

function liveSentences(reasons: readonly SelectionReason[], how: string): string[] {
  return [...Map.groupBy(reasons, ({ consumer }) => consumer)].map(([consumer, group]) => {
    const who = consumer === undefined ? 'consumer version(s)' : `version(s) of ${consumer}`;
    const where = group.map(({ environment, version }) => `${environment?.name} (${version.number})`);
    return `${who} ${how} ${joinWithAnd(where)}`;
  });
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWithAnd(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
