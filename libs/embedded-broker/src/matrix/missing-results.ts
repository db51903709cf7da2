import type { Selector } from './query.ts';
import { isNameOnly, type ResolvedSelector, type SelectorsByPacticipant } from './resolve.ts';
import type { MatrixPact, MatrixRow } from './rows.ts';

/**
 * What to do about each result that a verdict misses: which version of the provider has to verify what, or
 * has to be deployed first. One sentence per provider version and content, in the order of the rows.
 * @param unverified the rows without a result
 * @param selectors all resolved selectors of the query
 * @param urlOf where a pact's content is, so that it can be verified alone
 */
export function adviceOnMissingResults(
  unverified: readonly MatrixRow[],
  selectors: SelectorsByPacticipant,
  urlOf: (pact: MatrixPact) => string,
): string[] {
  const sentences = unverified.map((row) => adviceOn(row, selectors.get(row.pact.providerName) ?? [], urlOf));
  return [...new Set(sentences)];
}

/** @param own the selectors of the provider */
function adviceOn(
  { pact, providerVersion }: MatrixRow,
  own: readonly ResolvedSelector[],
  urlOf: (pact: MatrixPact) => string,
): string {
  const provider = pact.providerName;
  const [only] = own;
  const version = providerVersion ?? (own.length === 1 ? only?.version : undefined);
  const subject = `the pact of version ${pact.consumerVersion.number} of ${pact.consumerName} (${urlOf(pact)})`;
  if (version) return `To get a result, verify version ${version.number} of ${provider} with ${subject}`;
  if (only && !isNameOnly(only) && only.criteria.environment !== undefined) {
    return `Deploy to ${only.criteria.environment} first a version of ${provider} that has verified ${subject}, and record the deployment`;
  }
  return `To get a result, ${verifyAVersion(provider, own.length === 1 && only ? only.criteria : {})} with ${subject}`;
}

/** The same where it is open which version: one that the selector would pick. */
function verifyAVersion(provider: string, { tag, branch, mainBranch }: Partial<Selector>): string {
  if (tag) return `tag ${tag} and verify a version of ${provider}`;
  if (branch) return `verify a version of ${provider} from branch ${branch}`;
  return `verify a version of ${provider}${mainBranch ? ' from the main branch' : ''}`;
}
