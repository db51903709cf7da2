import type { Database } from '../database/index.ts';
import type { Page } from '../http/index.ts';
import { verificationStatus, type VerificationStatus } from '../verifications/index.ts';
import { branchesByHead, headPacts, latestTags, type HeadPact } from './store.ts';

/** A row of the dashboard. */
export interface DashboardItem extends HeadPact {
  readonly status: VerificationStatus;
  readonly consumerBranches: readonly string[];
  readonly providerBranches: readonly string[];
  readonly providerTags: readonly string[];
}

/** The rows of the dashboard, or of one integration's. */
export function dashboardItems(
  database: Database,
  of: { readonly consumerId?: number; readonly providerId?: number },
  page: Page,
): DashboardItem[] {
  const pacts = headPacts(database, of, page);
  const providerVersionIds = pacts.flatMap(({ result }) => result?.providerVersionId ?? []);
  const consumerVersionIds = pacts.map(({ consumerVersionId }) => consumerVersionId);
  const branches = branchesByHead(database, [...new Set([...consumerVersionIds, ...providerVersionIds])]);
  const tags = latestTags(database, [...new Set(providerVersionIds)]);
  return pacts.map((pact) => {
    const providerVersionId = pact.result?.providerVersionId ?? 0;
    return {
      ...pact,
      status: verificationStatus(pact.pactVersionId, pact.result),
      consumerBranches: branches.get(pact.consumerVersionId) ?? [],
      providerBranches: branches.get(providerVersionId) ?? [],
      providerTags: tags.get(providerVersionId) ?? [],
    };
  });
}

/** When a pact was published, or verified since. */
export function lastActivity({ publishedAt, result }: HeadPact): string {
  return result && result.verifiedAt > publishedAt ? result.verifiedAt : publishedAt;
}
