import type { Database } from '../database/index.ts';
import { verificationStatus, type VerificationStatus } from '../verifications/index.ts';
import { latestContent, latestResult } from './store.ts';

/** How the latest pact of an integration stands, as its badge shows it; undefined where there is no pact. */
export function latestPactStatus(
  database: Database,
  names: { readonly consumer: string; readonly provider: string },
): VerificationStatus | undefined {
  const content = latestContent(database, names, {});
  return content && verificationStatus(content.pactVersionId, latestResult(database, content, {}));
}
