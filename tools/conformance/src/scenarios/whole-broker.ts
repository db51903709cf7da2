import { del, get, post, type Step, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { refusals } from './refusals.ts';

const csv = 'text/csv';
const text = 'text/plain';

/** Everything that shows the broker as a whole. */
const overview = (when: string): readonly Step[] => [
  get('A10', when, '/pacts/latest'),
  get('A20', when, '/pacticipants'),
  get('A32', when, '/environments'),
  get('A42', when, '/webhooks'),
  get('B21', when, '/labels'),
  get('B36', when, '/integrations'),
  get('B36', `${when}, a page`, '/integrations?page=1&size=1'),
  get('B38', when, '/dashboard'),
  get('B38', `${when}, as text`, '/dashboard', { accept: text }),
  get('B38', `${when}, a page`, '/dashboard?page=1&size=1'),
  get('B40', when, '/metrics'),
  get('C9', when, '/relationships', { accept: csv }),
];

/** The broker as a whole, first empty, then with little in it. Runs first, before other subjects add to it. */
export const wholeBroker: Subject = {
  name: 'the whole broker',
  steps: [
    get('A1', 'as HAL', '/'),
    get('A1', 'whatever is offered', '/', { accept: '*/*' }),
    get('A1', 'as JSON', '/', { accept: 'application/json' }),
    get('A1', 'a path that is not there', '/nowhere/at/all'),
    get('A1', 'a path that is not there, as a problem', '/nowhere/at/all', {
      accept: 'application/hal+json, application/problem+json',
    }),
    get('A1', 'an empty part of a path', '/pacticipants//versions'),
    get('A1', 'several lines in a path', '/pacticipants/a%0Ab'),
    get('A1', 'a tab in a path', '/pacticipants/a%09b'),
    ...refusals('A1', '/', { without: 'PUT' }),
    get('A2', 'alive', '/diagnostic/status/heartbeat'),
    get('A2', 'whatever is offered', '/diagnostic/status/heartbeat', { accept: '*/*' }),
    ...refusals('A2', '/diagnostic/status/heartbeat'),
    get('B1', 'the database answers', '/diagnostic/status/dependencies'),
    ...refusals('B1', '/diagnostic/status/dependencies'),
    ...overview('empty'),
    publish('A3', 'one', 'WholeShop', 'WholeWarehouse', {
      version: '1',
      branch: 'main',
      tags: ['dev'],
      content: 1,
    }),
    publish('A3', 'two', 'WholeApp', 'WholeShop', { version: '1', content: 2 }),
    get('A4', 'the pact of one', '/pacts/provider/WholeWarehouse/consumer/WholeShop/version/1', {
      keep: { results: '_links.pb:publish-verification-results.href' },
    }),
    post('A14', 'a result for one', '{results}', { success: true, providerApplicationVersion: '10' }),
    ...overview('with two pacts'),
    get('B36', 'by a part of a name', '/integrations?q=Warehouse'),
    get('B36', 'a page that is none', '/integrations?page=0&size=x'),
    get('B36', 'whatever is offered', '/integrations', { accept: '*/*' }),
    get('B36', 'as a graph', '/integrations', { accept: 'text/vnd.graphviz' }),
    ...refusals('B36', '/integrations'),
    ...refusals('A10', '/pacts/latest'),
    get('B38', 'a page that is none', '/dashboard?page=0&size=x'),
    ...refusals('B38', '/dashboard'),
    ...refusals('B40', '/metrics'),
    get('C9', 'by its ending', '/relationships.csv', { accept: '*/*' }),
    ...refusals('C9', '/relationships'),
    del('B36', 'deleting all', '/integrations'),
    get('B36', 'after deleting all', '/integrations'),
    get('A20', 'after deleting all', '/pacticipants'),
    get('A10', 'after deleting all', '/pacts/latest'),
  ],
};
