import type { BrokerSettings } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { Urls } from '../http/index.ts';
import { addVersionToBranch } from '../branches/index.ts';
import {
  findOrCreatePacticipant,
  findPacticipant,
  similarNames,
  similarNamesMessage,
} from '../pacticipants/index.ts';
import { addTag, tagsOfVersion } from '../tags/index.ts';
import { hasVerifications, requiredVerifications, requiresVerification } from '../verifications/index.ts';
import { changeBuildUrl, findOrCreateVersion, findVersion, type Version } from '../versions/index.ts';
import { raiseContractEvents } from '../webhooks/index.ts';
import { contentChange } from './content-change.ts';
import { mostAtOnceMs } from './compare-contents.ts';
import { contentDiff } from './content-diff.ts';
import { pactContent, type PactContent } from './content.ts';
import type { ContractToPublish } from './contract-input.ts';
import type { ContractsToPublish } from './contracts-input.ts';
import { parseTree } from './json-tree.ts';
import { mergePacts } from './merge.ts';
import { conflictText, publicationNotices, type Notice, type PublishedContract } from './notices.ts';
import { contentText, findPublication, previousSha, type Publication } from './store.ts';
import { insertPublication } from './write-store.ts';

/** Why nothing of a request was published. */
export interface PublicationConflict {
  /** Whether a new name looks like a misspelling, or a version's pact would change. */
  readonly kind: 'similar name' | 'changed content';
  readonly message: string;
  /** What changed, as a unified diff; absent where nothing changed. */
  readonly diff?: string;
}

export interface PublicationResult {
  readonly version: Version;
  readonly notices: readonly Notice[];
  readonly publications: readonly Publication[];
}

/**
 * Publishes all contracts of a request, or none: everything is checked before anything is written. The caller runs it
 * in a transaction.
 * Source: docs/official-broker/publishing.md#order-of-steps.
 */
export function publishContracts(
  database: Database,
  request: ContractsToPublish,
  { now, urls, settings }: { readonly now: string; readonly urls: Urls; readonly settings: BrokerSettings },
): PublicationResult | { readonly conflicts: readonly PublicationConflict[] } {
  const number = request.pacticipantVersionNumber;
  // A version that is new has no pacts to look for.
  const known = findVersion(database, request.pacticipantName, number);
  const plans = request.contracts.map((contract) => planPublication(database, contract, known, settings));
  const conflicts = [
    ...(settings.checkForPotentialDuplicatePacticipantNames
      ? similarNameConflicts(database, request, urls)
      : []),
    ...plans.flatMap((plan) => ('message' in plan ? [plan] : [])),
  ];
  if (conflicts.length > 0) return { conflicts };

  const consumer = request.pacticipantName;
  const { version, isNew } = findOrCreateVersion(database, consumer, number, now);
  if (request.buildUrl !== undefined) changeBuildUrl(database, version.id, request.buildUrl, now);
  if (request.branch !== undefined) addVersionToBranch(database, version, request.branch, now, settings);
  // Tags go first: what counts as changed depends on them.
  for (const tag of request.tags ?? []) addTag(database, version, tag, now, settings);

  const publications: Publication[] = [];
  const published: PublishedContract[] = [];
  const tags = tagsOfVersion(database, version.id);
  for (const plan of plans) {
    if ('message' in plan) continue;
    const provider = findOrCreatePacticipant(database, plan.contract.providerName, now);
    const names = { consumer, provider: provider.name };
    const existing = publications.findLast(({ providerId }) => providerId === provider.id) ?? plan.existing;
    const publication =
      existing?.sha === plan.content.sha
        ? existing
        : insertPublication(database, { version, provider, existing }, plan.content, now);
    publications.push(publication);
    const change = changeOf(database, publication, existing, tags);
    const { pactVersionId } = publication;
    published.push({
      ...names,
      number,
      outcome: !existing
        ? 'published'
        : plan.contract.merge
          ? 'merged'
          : publication === existing
            ? 'unchanged'
            : 'overwritten',
      url: urls.pact(consumer, provider.name, number),
      change,
      requiresVerification: requiresVerification(database, pactVersionId, provider.id),
      everVerified: hasVerifications(database, version.pacticipantId, provider.id),
      webhooks: raiseContractEvents(
        database,
        {
          publication,
          hasChanged: change?.changed ?? false,
          requiredVerifications: () => requiredVerifications(database, pactVersionId, provider.id),
          branch: request.branch,
          buildUrl: request.buildUrl,
        },
        { now, urls },
      ),
    });
  }
  return {
    version,
    notices: publicationNotices(
      { consumer, number, isNew, branch: request.branch, tags: request.tags ?? [] },
      published,
    ),
    publications,
  };
}

/** A publication is one transaction, which can't wait for a thread of its own. */
const tooMuchDiffers = 'So much differs that finding the lines would take too long.';

interface PublicationPlan {
  readonly contract: ContractToPublish;
  readonly content: PactContent;
  /** What the version has so far. */
  readonly existing: Publication | undefined;
}

/**
 * What will be stored for a contract, or why it can't be.
 * @param version the consumer's, where it is there already
 */
function planPublication(
  database: Database,
  contract: ContractToPublish,
  version: Version | undefined,
  { allowDangerousContractModification }: BrokerSettings,
): PublicationPlan | PublicationConflict {
  const { consumerName: consumer, providerName: provider, document } = contract;
  const content = pactContent(document);
  const existing = version && findPublication(database, { consumer, provider }, version.number);
  if (!existing || existing.sha === content.sha) return { contract, content, existing };
  const stored = parseTree(contentText(database, existing.pactVersionId));
  const merged = contract.merge ? mergePacts(stored, document) : undefined;
  if (merged) return { contract, content: pactContent(merged), existing };
  if (allowDangerousContractModification && !contract.merge) return { contract, content, existing };
  return {
    kind: 'changed content',
    message: conflictText({ consumer, number: existing.consumerVersionNumber, provider }),
    diff: contentDiff(stored, document, { timeoutMs: mostAtOnceMs }) ?? tooMuchDiffers,
  };
}

/** @param tags of the consumer version */
function changeOf(
  database: Database,
  publication: Publication,
  existing: Publication | undefined,
  tags: readonly string[],
) {
  if (publication === existing) return undefined;
  if (existing) {
    const comment = `pact content modified since previous publication for ${publication.consumerName} version ${publication.consumerVersionNumber}`;
    return { changed: true, comment };
  }
  return contentChange(
    publication.sha,
    (tags.length > 0 ? tags : [undefined]).map((tag) => ({
      tag,
      sha: previousSha(database, publication, tag),
    })),
  );
}

/** A conflict for each new name that looks like a misspelling of an existing one. */
function similarNameConflicts(
  database: Database,
  request: ContractsToPublish,
  urls: Urls,
): PublicationConflict[] {
  const names = new Set([
    request.pacticipantName,
    ...request.contracts.map(({ providerName }) => providerName),
  ]);
  const unknown = [...names].filter((name) => !findPacticipant(database, name));
  return unknown.flatMap((name) => {
    const similar = similarNames(database, name);
    return similar.length > 0
      ? [{ kind: 'similar name' as const, message: similarNamesMessage(name, similar, urls.base) }]
      : [];
  });
}
