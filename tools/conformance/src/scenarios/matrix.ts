import { get, post, put, type Step, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const shop = 'MatrixShop';
const warehouse = 'MatrixWarehouse';
const pact = (version: string) => `/pacts/provider/${warehouse}/consumer/${shop}/version/${version}`;

const selector = (pacticipant: string, rest = '') => `q[][pacticipant]=${pacticipant}${rest}`;
const matrix = (name: string, query: string, accept = 'application/hal+json'): Step =>
  get('A40', name, `/matrix?${query}`, { accept });
const asked = (name: string, query: string): Step => get('A41', name, `/can-i-deploy?${query}`);

const setUp: readonly Step[] = [
  publish('A3', 'for the matrix: one', shop, warehouse, {
    version: '1',
    branch: 'main',
    tags: ['dev', 'prod'],
    content: 1,
  }),
  publish('A3', 'for the matrix: two', shop, warehouse, {
    version: '2',
    branch: 'feat',
    tags: ['dev'],
    content: 2,
  }),
  publish('A3', 'for the matrix: another provider', shop, 'MatrixBilling', {
    version: '2',
    branch: 'feat',
    content: 2,
  }),
  publish('A3', 'for the matrix: never verified', shop, warehouse, { version: '3', content: 3 }),
  put(
    'A30',
    'for the matrix: the branch of the provider',
    `/pacticipants/${warehouse}/branches/main/versions/10`,
    {},
  ),
  put('A27', 'for the matrix: a tag of the provider', `/pacticipants/${warehouse}/versions/10/tags/prod`, {}),
  get('A4', 'for the matrix: pact 1', pact('1'), {
    keep: { first: '_links.pb:publish-verification-results.href' },
  }),
  get('A4', 'for the matrix: pact 2', pact('2'), {
    keep: { second: '_links.pb:publish-verification-results.href' },
  }),
  post('A14', 'for the matrix: a success', '{first}', { success: true, providerApplicationVersion: '10' }),
  post('A14', 'for the matrix: a failure', '{second}', { success: false, providerApplicationVersion: '10' }),
  post('A14', 'for the matrix: a later success', '{second}', {
    success: true,
    providerApplicationVersion: '11',
  }),
  post(
    'A32',
    'for the matrix: an environment',
    '/environments',
    { name: 'matrix-live', displayName: 'Matrix live', production: true },
    { keep: { live: 'uuid' } },
  ),
  post(
    'A36',
    'for the matrix: a deployment',
    `/pacticipants/${warehouse}/versions/10/deployed-versions/environment/{live}`,
    {},
  ),
];

export const matrixAndDeployability: Subject = {
  name: 'matrix and can-i-deploy',
  steps: [
    ...setUp,
    matrix('a version', selector(shop, '&q[][version]=1&latestby=cvp&latest=true')),
    matrix(
      'a version to an environment',
      selector(shop, '&q[][version]=1&latestby=cvpv&environment=matrix-live'),
    ),
    matrix(
      'a failed version to an environment',
      selector(shop, '&q[][version]=2&latestby=cvpv&environment=matrix-live'),
    ),
    matrix(
      'a version never verified',
      selector(shop, '&q[][version]=3&latestby=cvpv&environment=matrix-live'),
    ),
    matrix(
      'a version that is not there',
      selector(shop, '&q[][version]=99&latestby=cvpv&environment=matrix-live'),
    ),
    matrix(
      'a provider to an environment',
      selector(warehouse, '&q[][version]=11&latestby=cvpv&environment=matrix-live'),
    ),
    matrix(
      'two versions',
      `${selector(shop, '&q[][version]=2')}&${selector(warehouse, '&q[][version]=11')}&latestby=cvpv`,
    ),
    matrix('two names', `${selector(shop)}&${selector(warehouse)}&latestby=cvpv`),
    matrix('two names with everything', `${selector(shop)}&${selector(warehouse)}`),
    matrix('a name', selector(shop, '&latestby=cvp&latest=true')),
    matrix('the newest', selector(shop, '&q[][latest]=true&latestby=cvp&latest=true')),
    matrix(
      'the newest with a tag',
      selector(shop, '&q[][latest]=true&q[][tag]=prod&latestby=cvp&latest=true&tag=prod'),
    ),
    matrix('all with a tag', `${selector(shop, '&q[][tag]=dev')}&${selector(warehouse)}&latestby=cvp`),
    matrix(
      'a branch',
      `${selector(shop, '&q[][branch]=feat&q[][latest]=true')}&${selector(warehouse)}&latestby=cvp`,
    ),
    matrix(
      'the main branch',
      `${selector(shop, '&q[][mainBranch]=true&q[][latest]=true')}&${selector(warehouse)}&latestby=cvp`,
    ),
    matrix(
      'an environment of a selector',
      `${selector(shop)}&${selector(warehouse, '&q[][environment]=matrix-live')}&latestby=cvp`,
    ),
    matrix(
      'the main branches of the others',
      selector(shop, '&q[][version]=1&latestby=cvp&mainBranch=true&latest=true'),
    ),
    matrix('by consumer and provider', `${selector(shop)}&${selector(warehouse)}&latestby=cp`),
    matrix('only successes', `${selector(shop)}&${selector(warehouse)}&latestby=cvpv&success[]=true`),
    matrix(
      'failures and unknown',
      `${selector(shop)}&${selector(warehouse)}&latestby=cvpv&success[]=false&success[]=`,
    ),
    matrix(
      'ignoring a provider',
      selector(shop, '&q[][version]=2&latestby=cvp&latest=true&ignore[][pacticipant]=MatrixBilling'),
    ),
    matrix(
      'ignoring a version',
      selector(
        shop,
        '&q[][version]=2&latestby=cvpv&environment=matrix-live&ignore[][pacticipant]=MatrixWarehouse&ignore[][version]=10',
      ),
    ),
    matrix(
      'ignoring what is not there',
      selector(shop, '&q[][version]=1&latestby=cvp&latest=true&ignore[][pacticipant]=Nobody'),
    ),
    matrix('at most one row', `${selector(shop)}&${selector(warehouse)}&latestby=cvpv&limit=1`),
    matrix('in the form of the page', `q[]pacticipant=${shop}&q[]version=1&latestby=cvp&latest=true`),
    matrix('as text', `${selector(shop)}&${selector(warehouse)}&latestby=cvpv`, 'text/plain'),
    matrix('refused: nothing', ''),
    matrix('refused: no name', 'q[][version]=1'),
    matrix('refused: a name that is not there', selector('MatrixNobody')),
    matrix('refused: version and latest', selector(shop, '&q[][version]=1&q[][latest]=true')),
    matrix('refused: tag and environment', selector(shop, '&tag=prod&environment=matrix-live')),
    matrix('refused: latest and environment', selector(shop, '&latest=true&environment=matrix-live')),
    matrix('refused: an environment that is not there', selector(shop, '&environment=nothing')),
    matrix('refused: a limit below one', selector(shop, '&limit=0')),
    matrix('refused: ignoring nobody', selector(shop, '&ignore[][version]=1')),
    matrix('refused: an unknown latestby', selector(shop, '&latestby=nonsense')),
    matrix(
      'refused: as a problem',
      selector('MatrixNobody'),
      'application/hal+json, application/problem+json',
    ),
    ...refusals('A40', `/matrix?${selector(shop, '&latestby=cvp')}`),

    asked('to an environment', `pacticipant=${shop}&version=1&environment=matrix-live`),
    asked('not to an environment', `pacticipant=${shop}&version=2&environment=matrix-live`),
    asked('to a tag', `pacticipant=${shop}&version=1&to=prod`),
    asked('ignoring', `pacticipant=${shop}&version=2&environment=matrix-live&ignore[]=MatrixBilling`),
    asked(
      'ignoring a version',
      `pacticipant=${shop}&version=2&environment=matrix-live&ignore[][pacticipant]=MatrixWarehouse&ignore[][version]=10`,
    ),
    asked('refused: nothing', ''),
    asked('refused: no target', `pacticipant=${shop}&version=1`),
    asked('refused: two targets', `pacticipant=${shop}&version=1&environment=matrix-live&to=prod`),
    asked('refused: names that are not there', `pacticipant=MatrixNobody&version=1&environment=nothing`),
    asked('a version that is not there', `pacticipant=${shop}&version=99&environment=matrix-live`),
    get('A41', 'refused: as a problem', '/can-i-deploy', {
      accept: 'application/hal+json, application/problem+json',
    }),
    ...refusals('A41', `/can-i-deploy?pacticipant=${shop}&version=1&to=prod`),

    get('B23', 'all', `/matrix/provider/${warehouse}/consumer/${shop}`),
    get('B23', 'as text', `/matrix/provider/${warehouse}/consumer/${shop}`, { accept: 'text/plain' }),
    get('B23', 'by version', `/matrix/provider/${warehouse}/consumer/${shop}?latestby=cvpv&limit=2`),
    ...notThere('B23', 'a consumer that is not there', `/matrix/provider/${warehouse}/consumer/MatrixNobody`),
    ...refusals('B23', `/matrix/provider/${warehouse}/consumer/${shop}`),
    get('B24', 'from a tag to a tag', `/pacticipants/${shop}/latest-version/dev/can-i-deploy/to/prod`),
    get(
      'B24',
      'a target that is not there',
      `/pacticipants/${shop}/latest-version/dev/can-i-deploy/to/nothing`,
    ),
    ...notThere(
      'B24',
      'a tag that is not there',
      `/pacticipants/${shop}/latest-version/nothing/can-i-deploy/to/prod`,
    ),
    ...refusals('B24', `/pacticipants/${shop}/latest-version/dev/can-i-deploy/to/prod`),
    get(
      'B25',
      'from a branch',
      `/pacticipants/${shop}/branches/main/latest-version/can-i-deploy/to-environment/matrix-live`,
    ),
    get(
      'B25',
      'an environment that is not there',
      `/pacticipants/${shop}/branches/main/latest-version/can-i-deploy/to-environment/nothing`,
    ),
    ...notThere(
      'B25',
      'a branch that is not there',
      `/pacticipants/${shop}/branches/nothing/latest-version/can-i-deploy/to-environment/matrix-live`,
    ),
    ...refusals(
      'B25',
      `/pacticipants/${shop}/branches/main/latest-version/can-i-deploy/to-environment/matrix-live`,
    ),

    post(
      'A36',
      'for the matrix: a second live version',
      `/pacticipants/${warehouse}/versions/11/deployed-versions/environment/{live}`,
      { applicationInstance: 'b' },
    ),
    matrix(
      'two live versions, one never verified',
      selector(shop, '&q[][version]=1&latestby=cvpv&environment=matrix-live'),
    ),
    matrix(
      'two live versions by consumer version',
      selector(shop, '&q[][version]=2&latestby=cvp&environment=matrix-live'),
    ),
  ],
};
