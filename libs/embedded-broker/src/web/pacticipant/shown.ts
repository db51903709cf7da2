import type { Page } from '../../http/index.ts';
import type { VersionFacts } from '../../matrix/index.ts';
import type { Pacticipant } from '../../pacticipants/index.ts';
import type { Version } from '../../versions/index.ts';
import type { WebhookState } from '../integration-list/live-store.ts';
import type { IntegrationRow } from '../integration-list/integration-rows.ts';

/** What the page of a pacticipant shows. */
export interface ShownPacticipant {
  readonly pacticipant: Pacticipant;
  readonly labels: readonly string[];
  readonly branches: readonly string[];
  /** The branch whose versions are shown; undefined for all. */
  readonly branch: string | undefined;
  readonly versions: readonly Version[];
  readonly page: Page;
  readonly total: number;
  readonly factsOf: (versionId: number) => VersionFacts;
  readonly counts: ReadonlyMap<number, { readonly pacts: number; readonly results: number }>;
  /** Those on the page of them that is asked for. */
  readonly contracts: readonly IntegrationRow[];
  readonly contractsPage: Page;
  readonly contractsTotal: number;
  /** The contracts of it and its neighbours among one another. */
  readonly neighbourhood: readonly IntegrationRow[];
  readonly environmentsOf: ReadonlyMap<string, readonly string[]>;
  readonly webhooksOf: ReadonlyMap<string, readonly WebhookState[]>;
}
