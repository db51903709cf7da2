import type { VerificationStatus } from '../../verifications/index.ts';
import type { VersionFacts } from '../../matrix/index.ts';
import type { Publication } from '../../pacts/index.ts';
import type { Contract } from './contract.ts';
import type { ChoosableVersion, ContentResult } from './store.ts';

/** What the page of a pact shows. */
export interface ShownPact {
  /** How the latest pact of the integration stands. */
  readonly badgeState: VerificationStatus | undefined;
  readonly publication: Publication;
  readonly contract: Contract;
  /** The results that count for its content, the newest first. */
  readonly results: readonly ContentResult[];
  /** What the verifier of the newest one published about each interaction, as JSON text. */
  readonly testResults: string | null;
  readonly factsOf: (versionId: number) => VersionFacts;
  /** The newest versions with a pact of the integration. */
  readonly versions: readonly ChoosableVersion[];
  /** The last version before this one whose pact said something else. */
  readonly previousDistinct: string | undefined;
}
