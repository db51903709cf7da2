import type { Urls } from '../http/index.ts';
import type { Integration } from './store.ts';

/** The list of integrations in HAL. Source: docs/official-broker/overview.md#integrations. */
export function integrationsRepresentation(
  integrations: readonly Integration[],
  { page, links }: { readonly page?: object; readonly links: object },
  urls: Urls,
): object {
  return {
    page,
    _embedded: { integrations: integrations.map((one) => integrationRepresentation(one, urls)) },
    _links: { self: { href: urls.integrations(), title: 'All integrations' }, ...links },
  };
}

function integrationRepresentation({ consumer, provider }: Integration, urls: Urls): object {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    _links: {
      'pb:dashboard': {
        title: 'BETA: Pacts to show on the dashboard',
        href: urls.integrationDashboard(consumer, provider),
      },
      'pb:matrix': {
        title: `Matrix of pacts/verification results for ${consumer} and ${provider}`,
        href: urls.integrationMatrix(consumer, provider),
      },
      'pb:group': { href: urls.group(consumer) },
      'pb:delete_integration': {
        title: `Delete the integration between ${consumer} and ${provider}`,
        href: urls.integrationData(consumer, provider),
      },
    },
  };
}
