import { pactOf, type TestBroker } from './broker-client.ts';
import { routes, withNames } from './routes.ts';

export interface WriteRoute {
  readonly method: string;
  /** With names in place of the parameters. */
  readonly path: string;
  readonly type: string;
  /** A body that is accepted. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every route of a broker that takes a body, taken from its router: what is added there is in it. */
export async function writeRoutes(
  broker: TestBroker,
  names: Readonly<Record<string, string>>,
): Promise<WriteRoute[]> {
  const found: WriteRoute[] = [];
  // One route exists to fail, so that alarms can be tried.
  for (const pattern of new Set(routes().flatMap(({ path }) => (path === '/test/error' ? [] : [path])))) {
    const path = withNames(pattern, names);
    const { headers } = await broker.request('OPTIONS', path);
    for (const method of (headers.get('access-control-allow-methods') ?? '').split(', ')) {
      if (!['PUT', 'POST', 'PATCH'].includes(method)) continue;
      const body = bodies.find(({ of }) => of.test(`${method} ${pattern}`))?.body ?? {};
      const isMerge = method === 'PATCH' && /versions\/:/.test(pattern) && !pattern.startsWith('/pacts');
      const type =
        isMerge || /(deployed|released)-versions/.test(pattern)
          ? 'application/merge-patch+json'
          : 'application/json';
      found.push({ method, path, type: method === 'PATCH' ? type : 'application/json', body });
    }
  }
  return found;
}

const bodies: readonly { readonly of: RegExp; readonly body: Readonly<Record<string, unknown>> }[] = [
  {
    of: /contracts\/publish/,
    body: {
      pacticipantName: 'Con',
      pacticipantVersionNumber: '77',
      branch: 'main',
      tags: ['dev'],
      buildUrl: 'http://ci/1',
      contracts: [
        {
          consumerName: 'Con',
          providerName: 'Prov',
          specification: 'pact',
          contentType: 'application/json',
          content: Buffer.from(JSON.stringify(pactOf('Con', 'Prov', 'y'))).toString('base64'),
          onConflict: 'merge',
          decodedContent: {},
        },
      ],
    },
  },
  {
    of: /for-verification/,
    body: {
      consumerVersionSelectors: [
        {
          tag: 'dev',
          latest: true,
          branch: 'main',
          consumer: 'Con',
          mainBranch: true,
          deployed: true,
          released: true,
          environment: 'test',
          deployedOrReleased: true,
          fallbackTag: 'x',
          fallbackBranch: 'y',
          matchingBranch: true,
        },
      ],
      providerVersionTags: ['dev'],
      providerVersionBranch: 'main',
      includePendingStatus: true,
      includeWipPactsSince: '2020-01-01',
    },
  },
  {
    of: /verification-results/,
    body: {
      success: true,
      providerApplicationVersion: '5',
      buildUrl: 'http://ci/2',
      testResults: [{ a: 1 }],
      verifiedBy: { implementation: 'x' },
    },
  },
  {
    of: / \/environments/,
    body: {
      name: 'uat',
      displayName: 'UAT',
      production: false,
      contacts: [{ name: 'A', details: { emailAddress: 'a@b' } }],
    },
  },
  {
    of: /webhooks/,
    body: {
      description: 'Start the build',
      enabled: true,
      consumer: { name: 'Con' },
      provider: { label: 'shop' },
      events: [{ name: 'contract_published' }],
      request: {
        method: 'POST',
        url: 'https://127.0.0.1/build',
        headers: { authorization: 'x' },
        body: { a: 1 },
        username: 'u',
        password: 'p',
      },
    },
  },
  { of: /deployed-versions/, body: { target: 'a', applicationInstance: 'a', currentlyDeployed: false } },
  { of: /released-versions/, body: { currentlySupported: false } },
  {
    of: / \/pacticipants(\/:pacticipant)?$/,
    body: {
      name: 'New',
      displayName: 'New',
      repositoryUrl: 'http://x',
      repositoryName: 'x',
      repositoryNamespace: 'y',
      mainBranch: 'main',
    },
  },
  { of: /versions\/:version$/, body: { buildUrl: 'http://ci', tags: [{ name: 'x' }] } },
  { of: /^PUT \/pacts|^PATCH \/pacts/, body: { ...pactOf('Con', 'Prov', 'x') } },
];
