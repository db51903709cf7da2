import { badgeRoutes } from './badges/routes.ts';
import { branchRoutes } from './branches/routes.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { recordingRoutes } from './environments/recording-routes.ts';
import { environmentRoutes } from './environments/routes.ts';
import type { Routing } from './http/index.ts';
import { integrationRoutes } from './integrations/routes.ts';
import { labelRoutes } from './labels/routes.ts';
import { matrixRoutes } from './matrix/routes.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { networkRoutes } from './network/routes.ts';
import { pacticipantsWithLabelRoutes } from './pacticipants/label-routes.ts';
import { pacticipantRoutes } from './pacticipants/routes.ts';
import { pactsForVerificationRoutes } from './pacts-for-verification/routes.ts';
import { diffRoutes } from './pacts/diff-routes.ts';
import { pactListRoutes } from './pacts/list-routes.ts';
import { providerPactListRoutes } from './pacts/provider-list-routes.ts';
import { publishRoutes } from './pacts/publish-routes.ts';
import { pactRoutes } from './pacts/routes.ts';
import { providerStateRoutes } from './provider-states/routes.ts';
import { rootRoutes } from './root/routes.ts';
import { tagRoutes } from './tags/routes.ts';
import { latestVerificationRoutes } from './verifications/latest-routes.ts';
import { verificationRoutes } from './verifications/routes.ts';
import { versionListRoutes } from './versions/list-routes.ts';
import { versionRoutes } from './versions/routes.ts';
import { documentationRoutes } from './web/documentation/routes.ts';
import { halBrowserRoutes } from './web/hal-browser/routes.ts';
import { webhookRoutes } from './webhooks/definition/routes.ts';
import { testRunRoutes } from './webhooks/delivery/test-run-routes.ts';
import { triggeredWebhookRoutes } from './webhooks/log/routes.ts';

/** Every subject's routes. Of two paths that fit a request the first counts: fixed words before names. */
export const allRoutes: readonly ((routing: Routing) => void)[] = [
  rootRoutes,
  publishRoutes,
  pactsForVerificationRoutes,
  badgeRoutes,
  providerPactListRoutes,
  pactListRoutes,
  diffRoutes,
  pactRoutes,
  latestVerificationRoutes,
  verificationRoutes,
  labelRoutes,
  pacticipantsWithLabelRoutes,
  pacticipantRoutes,
  matrixRoutes,
  branchRoutes,
  tagRoutes,
  recordingRoutes,
  versionListRoutes,
  versionRoutes,
  environmentRoutes,
  integrationRoutes,
  dashboardRoutes,
  metricsRoutes,
  networkRoutes,
  providerStateRoutes,
  documentationRoutes,
  halBrowserRoutes,
  testRunRoutes,
  webhookRoutes,
  triggeredWebhookRoutes,
];
