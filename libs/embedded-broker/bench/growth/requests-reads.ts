import { ids, sha, uuids } from './base.ts';
import type { GrowthRequest } from './request.ts';

const pacts = '/pacts/provider/Prov/consumer/Con';
const toVerify = '/pacts/provider/Prov/for-verification';
const con = '/pacticipants/Con';
const production = `/environments/${uuids.production}`;

const get = (name: string, path: string, accept?: string): GrowthRequest => ({
  name,
  method: 'GET',
  path: () => path,
  ...(accept === undefined ? {} : { accept }),
});
const matrix = (name: string, query: string) => get(name, `/matrix?${encodeURI(query)}`);
const forVerification = (name: string, body: object): GrowthRequest => ({
  name: `for-verification ${name}`,
  method: 'POST',
  path: () => toVerify,
  body: () => body,
});

const wip = { includePendingStatus: true, includeWipPactsSince: '2020-01-01' };
const toProduction = 'latestby=cvpv&environment=production';

/** The API's answers. */
export const readRequests: readonly GrowthRequest[] = [
  get('index', '/'),
  get('heartbeat', '/diagnostic/status/heartbeat'),
  get('metrics', '/metrics'),
  forVerification('default', {}),
  forVerification('latest', {
    consumerVersionSelectors: [{ latest: true }],
    includePendingStatus: true,
    providerVersionBranch: 'main',
  }),
  forVerification('main+WIP', {
    ...wip,
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
    providerVersionBranch: 'main',
  }),
  forVerification('new branch+WIP', {
    ...wip,
    consumerVersionSelectors: [{ mainBranch: true }],
    providerVersionBranch: 'new',
  }),
  forVerification('tags, pending', {
    consumerVersionSelectors: [{ tag: 'prod', latest: true }],
    includePendingStatus: true,
    providerVersionTags: ['prod'],
  }),
  forVerification('tags+WIP', {
    ...wip,
    consumerVersionSelectors: [{ tag: 'prod', latest: true }],
    providerVersionTags: ['prod'],
  }),
  forVerification('environment', { consumerVersionSelectors: [{ environment: 'production' }] }),
  forVerification('matching branch', {
    consumerVersionSelectors: [{ matchingBranch: true }, { branch: 'none', fallbackBranch: 'main' }],
    providerVersionBranch: 'main',
  }),
  matrix(
    'matrix two versions',
    'q[][pacticipant]=Con&q[][version]=c2&q[][pacticipant]=Prov&q[][version]=p2&latestby=cvpv',
  ),
  matrix('matrix consumer to env', `q[][pacticipant]=Con&q[][version]=c3&${toProduction}`),
  matrix('matrix one version', 'q[][pacticipant]=Con&q[][version]=c3'),
  matrix('matrix names', 'q[][pacticipant]=Con&q[][pacticipant]=Prov&latestby=cvpv'),
  matrix(
    'matrix latest main branches',
    'q[][pacticipant]=Con&q[][branch]=main&q[][latest]=true&q[][pacticipant]=Prov&q[][branch]=main&q[][latest]=true&latestby=cvp',
  ),
  matrix('matrix provider to env', `q[][pacticipant]=Prov&q[][version]=p2&${toProduction}`),
  matrix('matrix of one name', 'q[][pacticipant]=Unverified&latestby=cvpv'),
  matrix(
    'matrix without a provider',
    `q[][pacticipant]=Con&q[][version]=c3&${toProduction}&ignore[][pacticipant]=Prov`,
  ),
  matrix(
    'matrix to main branches',
    'q[][pacticipant]=Con&q[][version]=c3&latestby=cvp&mainBranch=true&latest=true',
  ),
  matrix('matrix to tag', 'q[][pacticipant]=Con&q[][version]=c3&latestby=cvp&latest=true&tag=prod'),
  get('can-i-deploy consumer', '/can-i-deploy?pacticipant=Con&version=c3&environment=production'),
  get('can-i-deploy provider', '/can-i-deploy?pacticipant=Prov&version=p2&environment=production'),
  get('badge', `${pacts}/latest/badge.svg`, 'image/svg+xml'),
  get('latest pact', `${pacts}/latest`),
  get('latest pact of tag', `${pacts}/latest/prod`),
  get('latest pact of branch', `${pacts}/branch/main/latest`),
  get('pact of version', `${pacts}/version/c3`),
  get('pact of content', `${pacts}/pact-version/${sha(ids.content)}`),
  get('pact of old content', `${pacts}/pact-version/${sha(ids.oldContent)}`),
  get('previous-distinct', `${pacts}/version/c3/previous-distinct`),
  get('diff previous-distinct', `${pacts}/version/c3/diff/previous-distinct`, 'text/plain'),
  get('latest untagged', `${pacts}/latest-untagged`),
  get('latest result of pact', `${pacts}/version/c3/verification-results/latest`),
  get('latest result of tag', `${pacts}/latest/prod/verification-results/latest`),
  get('result', `${pacts}/pact-version/${sha(ids.oldContent)}/verification-results/101`),
  get('results of consumer version', '/verification-results/consumer/Con/version/c3/latest'),
  get('triggered webhooks of version', `${pacts}/version/c3/triggered-webhooks`),
  get('webhook status of pact', `${pacts}/webhooks/status`),
  get('webhooks', '/webhooks'),
  get('webhook', `/webhooks/${uuids.webhook}`),
  get('latest pacts of all', '/pacts/latest'),
  get('latest pacts of provider', '/pacts/provider/Prov/latest'),
  get('latest pacts of provider, tag', '/pacts/provider/Prov/latest/prod'),
  get('pacts of provider branch heads', '/pacts/provider/Prov/branch/main/latest'),
  get('pacts of provider', '/pacts/provider/Prov'),
  get('pacts of provider, tag', '/pacts/provider/Prov/tag/prod'),
  get('pacts of provider, branch', '/pacts/provider/Prov/branch/main'),
  get('pacts of provider, main heads', '/pacts/provider/Prov/branch/latest'),
  get('pact versions', `${pacts}/versions`),
  get('pact versions of tag', `${pacts}/tag/prod`),
  get('pact versions of branch', `${pacts}/branch/main`),
  get('pact version of branch head', `${pacts}/branch/main/latest/versions`),
  get('provider states', '/pacts/provider/Prov/provider-states'),
  get('provider states of environment', '/pacts/provider/Prov/provider-states/environment/production'),
  get('version', `${con}/versions/c3`),
  get('version provider', '/pacticipants/Prov/versions/p2'),
  get('latest version of branch', `${con}/branches/main/latest-version`),
  get('latest version of tag', `${con}/latest-version/prod`),
  get('versions list', `${con}/versions`),
  get('versions list paged', `${con}/versions?page=1&size=20`),
  get('branch versions paged', `${con}/branches/main/versions?page=1&size=20`),
  get('tag versions paged', `${con}/tags/prod/versions?page=1&size=20`),
  get('branches paged', `${con}/branches?page=1&size=20`),
  get('branch', `${con}/branches/main`),
  get('pacticipant', con),
  get('pacticipants', '/pacticipants'),
  get('pacticipants paged', '/pacticipants?page=1&size=20'),
  get('pacticipants with label', '/pacticipants/label/team'),
  get('labels', '/labels'),
  get('integrations', '/integrations'),
  get('dashboard', '/dashboard'),
  get('dashboard paged', '/dashboard?page=1&size=30'),
  get('dashboard of integration', '/dashboard/provider/Prov/consumer/Con'),
  get('environments', '/environments'),
  get('environment', production),
  get('currently-deployed', `${production}/deployed-versions/currently-deployed`),
  get(
    'currently-deployed of pacticipant',
    `${production}/deployed-versions/currently-deployed?pacticipant=Con`,
  ),
  get('currently-supported', `/environments/${uuids.test}/released-versions/currently-supported`),
  get('deployed versions of version', `${con}/versions/c2/deployed-versions/environment/${uuids.production}`),
  get('pacticipant versions in env', `${con}/environments/${uuids.production}/versions?page=1&size=20`),
  get('versions ever live', `${con}/deployed-or-released/versions?page=1&size=20`),
];
