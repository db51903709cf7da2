import { indexLink } from '../connected-broker.ts';
import { publishedContent } from '../pact-text.ts';
import type { MirroredVersion } from '../inventory/index.ts';
import type { MissingVersion } from '../plan/index.ts';
import type { CopyContext } from './context.ts';
import { isRefusal, unlessRefused } from './refusals.ts';

interface Contract {
  readonly providerName: string;
  readonly [field: string]: unknown;
}

/** Copies what the target lacks of a version: usually all of it, in one request. */
export async function copyVersion(
  context: CopyContext,
  version: MirroredVersion,
  missing: MissingVersion,
): Promise<void> {
  const contracts = await readContracts(context, version, missing.pacts);
  const [branch, ...otherBranches] = missing.branches;
  const isWhole = missing.isNew && branch !== undefined && contracts.length > 0;
  const isPublished = isWhole && (await publish(context, version, contracts, { branch, tags: missing.tags }));
  if (isPublished) return addToBranches(context, version, otherBranches);
  await describe(context, version, missing);
  await addToBranches(context, version, missing.branches);
  if (contracts.length === 0) return;
  if (isWhole || !(await publish(context, version, contracts))) {
    for (const contract of contracts) await publishSeparately(context, version, contract);
  }
}

/** The pacts as `contracts/publish` takes them. Source: docs/official-broker/publishing.md#request. */
async function readContracts(
  { from, notCopied }: CopyContext,
  { pacticipant, number }: MirroredVersion,
  pacts: MissingVersion['pacts'],
): Promise<Contract[]> {
  const contracts: Contract[] = [];
  for (const { provider, url } of pacts) {
    const content = publishedContent(await from.client.getText(url));
    if (content === undefined) {
      notCopied.push(
        `the pact of ${pacticipant} ${number} with ${provider}: its content is not a JSON object`,
      );
      continue;
    }
    contracts.push({
      consumerName: pacticipant,
      providerName: provider,
      specification: 'pact',
      contentType: 'application/json',
      content: Buffer.from(content).toString('base64'),
    });
  }
  return contracts;
}

/** @returns false if the target refuses; it stores nothing then */
async function publish(
  { to }: CopyContext,
  { pacticipant, number, buildUrl }: MirroredVersion,
  contracts: readonly Contract[],
  more: { readonly branch?: string; readonly tags?: readonly string[] } = {},
): Promise<boolean> {
  try {
    await to.client.post(indexLink(to, 'pb:publish-contracts'), {
      pacticipantName: pacticipant,
      pacticipantVersionNumber: number,
      buildUrl,
      ...more,
      contracts,
    });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

async function publishSeparately(
  context: CopyContext,
  version: MirroredVersion,
  contract: Contract,
): Promise<void> {
  const { pacticipant, number, buildUrl } = version;
  const what = `the pact of ${pacticipant} ${number} with ${contract.providerName}`;
  await unlessRefused(context, what, () =>
    context.to.client.post(indexLink(context.to, 'pb:publish-contracts'), {
      pacticipantName: pacticipant,
      pacticipantVersionNumber: number,
      buildUrl,
      contracts: [contract],
    }),
  );
}

/**
 * Creates the version, or completes it. The tags are part of this request, as a broker may use the first tag of a version
 * without a branch as its branch (`use_first_tag_as_branch`).
 * Source: docs/official-broker/pacticipants-and-versions.md#tags.
 */
async function describe(
  { to }: CopyContext,
  { pacticipant, number, buildUrl, tags }: MirroredVersion,
  missing: MissingVersion,
): Promise<void> {
  if (!missing.isNew && missing.buildUrl === undefined && missing.tags.length === 0) return;
  const url = indexLink(to, 'pb:pacticipant-version', { pacticipant, version: number });
  await to.client.patch(url, {
    buildUrl,
    tags: missing.tags.length === 0 ? undefined : tags.map((name) => ({ name })),
  });
}

async function addToBranches(
  { to }: CopyContext,
  { pacticipant, number }: MirroredVersion,
  branches: readonly string[],
): Promise<void> {
  for (const branch of branches) {
    const values = { pacticipant, branch, version: number };
    await to.client.put(indexLink(to, 'pb:pacticipant-branch-version', values), {});
  }
}
