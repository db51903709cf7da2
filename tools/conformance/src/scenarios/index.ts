import type { Subject } from '../http/step.ts';
import { badges } from './badges.ts';
import { branches } from './branches.ts';
import { differencesBetweenPacts } from './differences.ts';
import { environments } from './environments.ts';
import { forVerification } from './for-verification.ts';
import { integrations } from './integrations.ts';
import { matrixAndDeployability } from './matrix.ts';
import { pacticipants } from './pacticipants.ts';
import { pacts } from './pacts.ts';
import { pages } from './pages.ts';
import { providerPacts } from './provider-pacts.ts';
import { publications } from './publications.ts';
import { publishing } from './publishing.ts';
import { triggeredWebhooks } from './triggered-webhooks.ts';
import { verifications } from './verifications.ts';
import { versions } from './versions.ts';
import { webhooks } from './webhooks.ts';
import { wholeBroker } from './whole-broker.ts';

/** All subjects. The whole broker comes first: it looks at lists that every other subject adds to. */
export const subjects: readonly Subject[] = [
  wholeBroker,
  publishing,
  pacts,
  publications,
  differencesBetweenPacts,
  providerPacts,
  forVerification,
  verifications,
  pacticipants,
  versions,
  branches,
  environments,
  matrixAndDeployability,
  badges,
  webhooks,
  triggeredWebhooks,
  integrations,
  pages,
];
