import { consumer, provider } from './seed.ts';

export interface Read {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly accept?: string;
}

const c = consumer(0);
const p = provider(0);
const pacts = `/pacts/provider/${p}/consumer/${c}`;

/** What clients ask all day. None of these answers grows with the number of versions. */
export function reads(version: string): Read[] {
  const matrix = (name: string, query: string): Read => ({
    name,
    method: 'GET',
    path: `/matrix?${encodeURI(query)}`,
  });
  const one = `q[][pacticipant]=${c}&q[][version]=${version}`;
  const get = (name: string, path: string, accept?: string): Read => ({
    name,
    method: 'GET',
    path,
    accept,
  });
  return [
    matrix('two versions', `${one}&q[][pacticipant]=${p}&q[][version]=${version}&latestby=cvpv`),
    matrix('to an environment (consumer)', `${one}&latestby=cvpv&environment=production`),
    matrix(
      'to an environment (provider)',
      `q[][pacticipant]=${p}&q[][version]=${version}&latestby=cvpv&environment=production`,
    ),
    matrix('to a tag', `${one}&latestby=cvp&latest=true&tag=prod`),
    matrix('to the main branch', `${one}&latestby=cvp&latest=true&mainBranch=true`),
    get('can-i-deploy', `/can-i-deploy?pacticipant=${c}&version=${version}&environment=production`),
    {
      name: 'pacts for verification, pending, WIP',
      method: 'POST',
      path: `/pacts/provider/${p}/for-verification`,
      body: {
        consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
        includePendingStatus: true,
        includeWipPactsSince: '2020-01-01',
        providerVersionBranch: 'main',
      },
    },
    get('latest pact', `${pacts}/latest`),
    get('latest pact with a tag', `${pacts}/latest/prod`),
    get('pact of a version', `${pacts}/version/${version}`),
    get('version', `/pacticipants/${c}/versions/${version}`),
    get('latest pacts of all', '/pacts/latest'),
    get('dashboard', '/dashboard'),
    get('index', '/'),
    get('start page', '/', 'text/html'),
  ];
}
