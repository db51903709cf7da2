import type { VersionFacts } from '../../matrix/index.ts';
import type { Publication } from '../../pacts/index.ts';
import type { Contract } from './contract.ts';
import type { ChoosableVersion, ContentResult } from './store.ts';

/** What the page of a pact shows. */
export interface ShownPact {
  readonly publication: Publication;
  readonly contract: Contract;
  /** The results that count for its content, the newest first. */
  readonly results: readonly ContentResult[];
  /** What the verifier of the newest one published about each interaction, as JSON text. */
  readonly testResults: string | null;
  readonly factsOf: (versionId: number) => VersionFacts;
  /** The newest versions with a pact of the integration. */
  readonly versions: readonly ChoosableVersion[];
  /** The pact of the next consumer version; undefined for the latest. */
  readonly next: Publication | undefined;
  /** The last pact before this one that said something else. */
  readonly previousDistinct: Publication | undefined;
}
