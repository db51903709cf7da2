import type { Routing } from '../../http/index.ts';
import { integrationOverviews } from '../../integrations/index.ts';
import type { PageRoute } from '../page-route.ts';
import { overviewPage } from './page.ts';

/** The start page. */
export function overviewPages({ database }: Routing): PageRoute[] {
  return [{ path: '/', get: (call) => overviewPage(integrationOverviews(database), call) }];
}
