import type { Database } from '../database/index.ts';
import type { PactsForVerificationRequest } from './input.ts';
import { pendingStatus, type Pending } from './pending.ts';
import { selectPacts } from './select.ts';
import type { SelectedPact } from './selected-pact.ts';
import {
  everSucceeded,
  successesByBranch,
  successesByTag,
  wipCandidates,
  type WipCandidate,
} from './store.ts';
import { workInProgress, type WipPact } from './wip.ts';

export interface PactsToVerify {
  /** Whether the request asks what is pending. */
  readonly includesPendingStatus: boolean;
  /** The selected pacts; `status` only when the request asks for it. */
  readonly selected: readonly { readonly pact: SelectedPact; readonly status: Pending | undefined }[];
  readonly wip: readonly WipPact[];
}

/** The pacts that a provider version is to be verified against, and how much depends on each. */
export function findPactsToVerify(
  database: Database,
  providerId: number,
  request: PactsForVerificationRequest,
): PactsToVerify {
  const { providerVersionBranch: branch, providerVersionTags: tags, includeWipPactsSince: since } = request;
  const selected = selectPacts(database, request.selectors, { providerId, branch });
  const successes = (pactVersionId: number, scope: { explicitOnly: boolean }) => ({
    byBranch:
      branch === undefined
        ? undefined
        : successesByBranch(database, pactVersionId, { id: providerId, branch }, scope),
    byTag: tags.map((tag) => ({
      tag,
      ...successesByTag(database, pactVersionId, { id: providerId, tag }, scope),
    })),
  });
  const status = ({ publication: { pactVersionId } }: SelectedPact) =>
    pendingStatus({
      ...successes(pactVersionId, { explicitOnly: false }),
      everSucceeded: everSucceeded(database, pactVersionId),
    });
  const explicitly = ({ publication: { pactVersionId } }: WipCandidate) =>
    pendingStatus({ ...successes(pactVersionId, { explicitOnly: true }), everSucceeded: false });
  const canHaveWip = since !== undefined && (branch !== undefined || tags.length > 0);
  return {
    includesPendingStatus: request.includePendingStatus,
    selected: selected.map((pact) => ({
      pact,
      status: request.includePendingStatus ? status(pact) : undefined,
    })),
    wip: canHaveWip ? workInProgress(wipCandidates(database, providerId, since), selected, explicitly) : [],
  };
}
