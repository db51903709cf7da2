import { joinWithAnd } from './descriptions.ts';
import type { Pending } from './pending.ts';
import type { PactInProgress } from './wip.ts';

/** A text that the verifier prints before or after a verification. */
export interface VerificationNotice {
  readonly when: string;
  readonly text: string;
}

/** The provider version that is verified, as the texts speak of it. */
export interface VerifiedProvider {
  readonly name: string;
  readonly branch: string | undefined;
  readonly tags: readonly string[];
}

const readMoreOfPending = 'Read more at https://docs.pact.io/go/pending';

/** The texts that go with a pact. Source: docs/official-broker/pacts-for-verification.md#notices. */
export function verificationNotices(
  inclusion: string,
  provider: VerifiedProvider,
  status: (Pending & { readonly wip: boolean }) | undefined,
): VerificationNotice[] {
  const before = (text: string) => ({ when: 'before_verification', text });
  if (!status) return [before(inclusion)];
  return [
    before(inclusion),
    before(pendingText(provider, status)),
    ...(status.pending ? afterTexts(provider, status.tags) : []),
  ];
}

/**
 * Why a selected pact is verified.
 * @param reasonCount how many selectors chose it; several can share a line
 */
export function selectionText(url: string, criteria: readonly string[], reasonCount: number): string {
  const subject =
    reasonCount === 1
      ? 'consumer version matching the following criterion'
      : 'consumer versions matching the following criteria';
  return `The pact at ${url} is being verified because the pact content belongs to the ${subject}:\n${criteria
    .map((criterion) => `    * ${criterion}`)
    .join('\n')}`;
}

/** Why a pact in progress is verified. */
export function wipText(
  url: string,
  { publication, branches, tags, providerTags }: PactInProgress,
  provider: VerifiedProvider,
): string {
  const quoted = (names: readonly string[]) => joinWithAnd(names.map((name) => `'${name}'`));
  const from =
    branches.length > 0 ? `from ${branches.length === 1 ? 'branch' : 'branches'} ${quoted(branches)}` : '';
  const tagged = tags.length > 0 ? `tagged with ${quoted(tags)}` : '';
  const count = branches.length + tags.length;
  const same =
    count === 2 ? ' (both have the same content)' : count > 2 ? ' (all have the same content)' : '';
  const versions = branches.length === 1 || tags.length === 1 ? 'version' : 'versions';
  return (
    `The pact at ${url} is being verified because it is a 'work in progress' pact (ie. it is the pact for the latest ${versions} of ` +
    `${publication.consumerName} ${[from, tagged].filter(Boolean).join(' and ')}${same} and it has not yet been successfully verified by ` +
    `${versionsOf(provider, providerTags)} when the pact's application version was explicitly specified in the consumer version selectors). ` +
    'Read more at https://docs.pact.io/go/wip'
  );
}

function pendingText(provider: VerifiedProvider, { pending, wip, tags }: Pending & { wip: boolean }): string {
  const harmless = `If this verification fails, it will not cause the overall build to fail. ${readMoreOfPending}`;
  if (wip) {
    return `This pact is in pending state for this version of ${provider.name} because it was included as a 'work in progress' pact. ${harmless}`;
  }
  if (pending) {
    return `This pact is in pending state for this version of ${provider.name} because a successful verification result for ${versionsOf(provider, tags)} has not yet been published. ${harmless}`;
  }
  const verifiedBy = scopeText(provider, provider.tags, 'a version');
  return `This pact has previously been successfully verified by ${verifiedBy}. If this verification fails, it will fail the build. ${readMoreOfPending}`;
}

function afterTexts(provider: VerifiedProvider, tags: readonly string[]): VerificationNotice[] {
  const scope = scopeText(provider, tags, tags.length > 1 ? 'any versions' : 'any version');
  const withTags = tags.length === 0 ? '' : tags.length === 1 ? 'with this tag ' : 'with these tags ';
  const still = `This pact is still in pending state for ${scope} `;
  const when = (success: boolean, published: boolean) =>
    `after_verification:success_${success}_published_${published}`;
  return [
    {
      when: when(true, false),
      text: `${still}as the successful verification results ${withTags}have not yet been published.`,
    },
    {
      when: when(false, false),
      text: `${still}as a successful verification result ${withTags}has not yet been published`,
    },
    {
      when: when(true, true),
      text: `This pact is no longer in pending state for ${scope}, as a successful verification result ${withTags}has been published. If a verification for a version of ${provider.name} ${withTags}fails in the future, it will fail the build. ${readMoreOfPending}`,
    },
    {
      when: when(false, true),
      text: `${still}as a successful verification result ${withTags}has not yet been published`,
    },
  ];
}

/** The provider's versions in question: `a versions` is how the official broker puts several tags here. */
function versionsOf(provider: VerifiedProvider, tags: readonly string[]): string {
  return scopeText(provider, tags, tags.length > 1 ? 'a versions' : 'a version');
}

/** `a version of P from branch 'b'`, `a version of P with tag 't'`, or `P`. */
function scopeText({ name, branch }: VerifiedProvider, tags: readonly string[], which: string): string {
  if (branch !== undefined) return `${which} of ${name} from branch '${branch}'`;
  if (tags.length === 0) return name;
  return `${which} of ${name} with tag ${joinWithAnd(tags.map((tag) => `'${tag}'`))}`;
}
