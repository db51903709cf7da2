import { indexLink } from '../side.ts';
import { publishedContent } from '../pact-text.ts';
import type { MirroredVersion } from '../inventory/index.ts';
import type { MissingVersion } from '../plan/index.ts';
import { isRefusal, unlessRefused, type Carrying } from './carrying.ts';

interface Contract {
  readonly providerName: string;
  readonly [field: string]: unknown;
}

/** Carries what the target lacks of a version: usually all of it, in one request. */
export async function carryVersion(
  carrying: Carrying,
  version: MirroredVersion,
  missing: MissingVersion,
): Promise<void> {
  const contracts = await readContracts(carrying, version, missing.pacts);
  const [branch, ...otherBranches] = missing.branches;
  const isWhole = missing.isNew && branch !== undefined && contracts.length > 0;
  const isPublished =
    isWhole && (await publish(carrying, version, contracts, { branch, tags: missing.tags }));
  if (isPublished) return addToBranches(carrying, version, otherBranches);
  await describe(carrying, version, missing);
  await addToBranches(carrying, version, missing.branches);
  if (contracts.length === 0) return;
  if (isWhole || !(await publish(carrying, version, contracts))) {
    for (const contract of contracts) await publishAlone(carrying, version, contract);
  }
}

/** The pacts as `contracts/publish` takes them. Source: docs/official-broker/publishing.md#request. */
async function readContracts(
  { from, notCarried }: Carrying,
  { pacticipant, number }: MirroredVersion,
  pacts: MissingVersion['pacts'],
): Promise<Contract[]> {
  const contracts: Contract[] = [];
  for (const { provider, url } of pacts) {
    const content = publishedContent(await from.client.getText(url));
    if (content === undefined) {
      notCarried.push(`the pact of ${pacticipant} ${number} with ${provider}: its content is no JSON object`);
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

/** @returns false when the target refuses; nothing is stored then */
async function publish(
  { to }: Carrying,
  { pacticipant, number, buildUrl }: MirroredVersion,
  contracts: readonly Contract[],
  more: { readonly branch?: string; readonly tags?: readonly string[] } = {},
): Promise<boolean> {
  try {
    await to.client.post(indexLink(to, 'pb:publish-contracts'), {
      pacticipantName: pacticipant,
      pacticipantVersionNumber: number,
      ...(buildUrl === undefined ? {} : { buildUrl }),
      ...more,
      contracts,
    });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

async function publishAlone(carrying: Carrying, version: MirroredVersion, contract: Contract): Promise<void> {
  const { pacticipant, number, buildUrl } = version;
  const what = `the pact of ${pacticipant} ${number} with ${contract.providerName}`;
  await unlessRefused(carrying, what, () =>
    carrying.to.client.post(indexLink(carrying.to, 'pb:publish-contracts'), {
      pacticipantName: pacticipant,
      pacticipantVersionNumber: number,
      ...(buildUrl === undefined ? {} : { buildUrl }),
      contracts: [contract],
    }),
  );
}

/**
 * Creates the version, or completes it. Tags go along here and not one by one, as a broker may take the first tag of a
 * version without a branch for its branch (`use_first_tag_as_branch`).
 * Source: docs/official-broker/pacticipants-and-versions.md#tags.
 */
async function describe(
  { to }: Carrying,
  { pacticipant, number, buildUrl, tags }: MirroredVersion,
  missing: MissingVersion,
): Promise<void> {
  if (!missing.isNew && missing.buildUrl === undefined && missing.tags.length === 0) return;
  const url = indexLink(to, 'pb:pacticipant-version', { pacticipant, version: number });
  await to.client.patch(url, {
    ...(buildUrl === undefined ? {} : { buildUrl }),
    ...(missing.tags.length === 0 ? {} : { tags: tags.map((name) => ({ name })) }),
  });
}

async function addToBranches(
  { to }: Carrying,
  { pacticipant, number }: MirroredVersion,
  branches: readonly string[],
): Promise<void> {
  for (const branch of branches) {
    const values = { pacticipant, branch, version: number };
    await to.client.put(indexLink(to, 'pb:pacticipant-branch-version', values), {});
  }
}
