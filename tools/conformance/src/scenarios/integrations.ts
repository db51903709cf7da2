import { del, get, post, put, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const shop = 'NetShop';
const warehouse = 'NetWarehouse';
const csv = 'text/csv';
const dashboard = `/dashboard/provider/${warehouse}/consumer/${shop}`;
const integration = `/integrations/provider/${warehouse}/consumer/${shop}`;

/** Integrations, what pages show of them, and deleting them. */
export const integrations: Subject = {
  name: 'integrations',
  steps: [
    publish('A3', 'of a network: one', shop, warehouse, {
      version: '1',
      branch: 'main',
      tags: ['dev', 'prod'],
      content: 1,
    }),
    publish('A3', 'of a network: two', 'NetApp', shop, { version: '1', branch: 'main', content: 2 }),
    publish('A3', 'of a network: three', warehouse, 'NetStore', { version: '1', content: 3 }),
    get('B39', 'never verified', dashboard),
    get('A4', 'of a network: the pact', `/pacts/provider/${warehouse}/consumer/${shop}/version/1`, {
      keep: { results: '_links.pb:publish-verification-results.href' },
    }),
    put(
      'A30',
      'of a network: the branch of the provider',
      `/pacticipants/${warehouse}/branches/main/versions/10`,
      {},
    ),
    post('A14', 'of a network: a result', '{results}', { success: true, providerApplicationVersion: '10' }),
    put('A27', 'of a network: a tag of the provider', `/pacticipants/${warehouse}/versions/10/tags/prod`, {}),
    get('B39', 'verified', dashboard),
    publish('A3', 'of a network: changed', shop, warehouse, {
      version: '2',
      branch: 'main',
      tags: ['dev'],
      content: 4,
    }),
    get('B39', 'changed since', dashboard),
    get('B39', 'as text', dashboard, { accept: 'text/plain' }),
    ...notThere('B39', 'a consumer that is not there', `/dashboard/provider/${warehouse}/consumer/NetNobody`),
    ...refusals('B39', dashboard),

    get('B41', 'as CSV', `/groups/${shop}`, { accept: csv }),
    get('B41', 'by its ending', `/groups/${shop}.csv`, { accept: '*/*' }),
    get('B41', 'at most two', `/groups/${shop}?maxPacticipants=2`, { accept: csv }),
    ...notThere('B41', 'one that is not there', '/groups/NetNobody', csv),
    ...refusals('B41', `/groups/${shop}`),

    del('B37', 'deleting one', integration),
    del('B37', 'deleting it again', integration),
    get('A21', 'who is in another one stays', `/pacticipants/${shop}`),
    get('A22', 'versions without a pact are gone', `/pacticipants/${shop}/versions`),
    get('A7', 'its pacts are gone', `/pacts/provider/${warehouse}/consumer/${shop}/latest`),
    del('B37', 'deleting another', `/integrations/provider/${shop}/consumer/NetApp`),
    get('A21', 'who is in none is gone', '/pacticipants/NetApp'),
    del('B37', 'of nobody', `/integrations/provider/${warehouse}/consumer/NetNobody`),
    del('B37', 'deleting as HAL', `/integrations/provider/NetStore/consumer/${warehouse}`, {
      accept: 'application/hal+json',
    }),
    ...refusals('B37', integration, { negotiates: false }),
  ],
};
