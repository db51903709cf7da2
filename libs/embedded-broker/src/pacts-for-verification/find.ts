import type { Database } from '../database/index.ts';
import type { PactsForVerificationRequest } from './input.ts';
import { pendingStatus, type Pending } from './pending.ts';
import { selectPacts } from './select.ts';
import { comparePublications, type SelectedPact } from './selected-pact.ts';
import { withPublications } from './store.ts';
import { verifiedByAnybody, verifiedForBranch, verifiedForTag } from './success-store.ts';
import { wipCandidates, wipContents } from './wip-store.ts';
import { contentsInProgress, mergeCandidates, type PactInProgress } from './wip.ts';

export interface PactsToVerify {
  /** Whether the request asks what is pending. */
  readonly includesPendingStatus: boolean;
  /** The selected pacts; `status` only when the request asks for it. */
  readonly selected: readonly { readonly pact: SelectedPact; readonly status: Pending | undefined }[];
  readonly wip: readonly PactInProgress[];
}

/** The pacts that a provider version is to be verified against, and how much depends on each. */
export function findPactsToVerify(
  database: Database,
  providerId: number,
  request: PactsForVerificationRequest,
): PactsToVerify {
  const { providerVersionBranch: branch, includePendingStatus } = request;
  const selected = selectPacts(database, request.selectors, { providerId, branch });
  const contents = selected.map(({ publication }) => publication.pactVersionId);
  const status = includePendingStatus
    ? pendingOf(database, providerId, request, contents, { explicitOnly: false })
    : undefined;
  return {
    includesPendingStatus: includePendingStatus,
    selected: selected.map((pact) => ({ pact, status: status?.(pact.publication.pactVersionId) })),
    wip: findWorkInProgress(database, providerId, request, selected),
  };
}

/**
 * Whether these contents are pending; all are looked up at once.
 * @param scope.explicitOnly whether they wait for a verification that was asked for, as work in progress does
 */
function pendingOf(
  database: Database,
  providerId: number,
  { providerVersionBranch: branch, providerVersionTags: tags }: PactsForVerificationRequest,
  contents: readonly number[],
  scope: { readonly explicitOnly: boolean },
): (pactVersionId: number) => Pending {
  const forBranch =
    branch === undefined
      ? undefined
      : verifiedForBranch(database, contents, { id: providerId, branch }, scope);
  const forTags = tags.map((tag) => ({
    tag,
    ids: verifiedForTag(database, contents, { id: providerId, tag }, scope),
  }));
  const byAnybody = verifiedByAnybody(database, contents);
  return (id) =>
    pendingStatus({
      forBranch: forBranch?.has(id),
      forTags: forTags.map(({ tag, ids }) => ({ tag, verified: ids.has(id) })),
      byAnybody: byAnybody.has(id),
    });
}

function findWorkInProgress(
  database: Database,
  providerId: number,
  request: PactsForVerificationRequest,
  selected: readonly SelectedPact[],
): PactInProgress[] {
  const { providerVersionBranch: branch, providerVersionTags: tags, includeWipPactsSince: since } = request;
  const canHaveWip = since !== undefined && (branch !== undefined || tags.length > 0);
  if (!canHaveWip) return [];
  const contents = wipContents(database, providerId, since);
  const status = pendingOf(database, providerId, request, contents, { explicitOnly: true });
  const open = contentsInProgress(contents, selected, status);
  if (open.length === 0) return [];
  return withPublications(
    database,
    mergeCandidates(wipCandidates(database, providerId, since, open)),
    (publication, { branches, tags }) => ({
      publication,
      branches,
      tags,
      providerTags: status(publication.pactVersionId).tags,
    }),
  ).toSorted((a, b) => comparePublications(a.publication, b.publication));
}
