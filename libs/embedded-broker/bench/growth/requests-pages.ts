import { uuids } from './base.ts';
import type { GrowthRequest } from './request.ts';

const between = 'provider/Prov/consumer/Con';
const page = (name: string, path: string): GrowthRequest => ({
  name: `page ${name}`,
  method: 'GET',
  path: () => path,
  accept: 'text/html',
});

/** What people look at. */
export const pageRequests: readonly GrowthRequest[] = [
  page('overview', '/'),
  page('overview sorted, filtered', '/?search=con&environment=production&sort=verified'),
  page('overview by publication', '/?sort=published&order=desc'),
  page('pacticipant C', '/pacticipants/Con'),
  page('pacticipant P', '/pacticipants/Prov'),
  page('integration', `/dashboard/${between}`),
  page('integration branch', `/dashboard/${between}?view=branch`),
  page('integration env', `/dashboard/${between}?view=environment`),
  page('integration tag', `/dashboard/${between}?view=tag`),
  page('integration all', `/dashboard/${between}?view=all`),
  page('pact', `/pacts/${between}/latest`),
  page('compare', `/pacts/${between}/compare?from=c2&to=c3`),
  page('result', `/pacts/${between}/version/c3/verification-results/latest`),
  page('matrix', `/matrix/${between}`),
  page('can-i-deploy', '/matrix?q[][pacticipant]=Con&q[][version]=c3&latestby=cvpv&environment=production'),
  page('can-i-deploy form', '/can-i-deploy?pacticipant=Con&version=c3&environment=production'),
  page('can-i-deploy provider', '/can-i-deploy?pacticipant=Prov&version=p2&environment=production'),
  page('network', '/network'),
  page('network of one', '/network?pacticipant=Con'),
  page('search', '/search?q=c3'),
  page('environments', '/environments'),
  page('environment', '/environments/production'),
  page('environment compare', '/environments/compare?left=test&right=production'),
  page('webhooks', '/webhooks'),
  page('webhook', `/webhooks/${uuids.webhook}`),
];
