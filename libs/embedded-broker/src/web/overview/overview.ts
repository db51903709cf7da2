import type { Page } from '../../http/index.ts';
import type { WebhookState } from '../integration-list/live-store.ts';
import type { OverviewQuery } from './query.ts';
import type { IntegrationRow } from '../integration-list/integration-rows.ts';

/** What the overview shows. */
export interface Overview {
  readonly query: OverviewQuery;
  readonly page: Page;
  readonly rows: readonly IntegrationRow[];
  readonly total: number;
  readonly environmentsOf: ReadonlyMap<string, readonly string[]>;
  readonly webhooksOf: ReadonlyMap<string, readonly WebhookState[]>;
  /** What can be filtered by. */
  readonly labels: readonly string[];
  readonly environments: readonly string[];
}
