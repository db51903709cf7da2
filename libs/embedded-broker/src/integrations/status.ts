/** Where the latest pact of an integration stands. */
export type IntegrationStatus =
  'verified' | 'failed' | 'changed since last verification' | 'not verified yet';

/**
 * The status in words.
 * @param success the last result for the latest content, null without one
 * @param everVerified whether an earlier content has a result
 */
export function integrationStatus(success: boolean | null, everVerified: boolean): IntegrationStatus {
  if (success !== null) return success ? 'verified' : 'failed';
  return everVerified ? 'changed since last verification' : 'not verified yet';
}
