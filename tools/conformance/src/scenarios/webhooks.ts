import type { RowId } from '../api/index.ts';
import { del, get, post, put, type Body, type Step, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const consumer = 'HookShop';
const provider = 'HookWarehouse';
const sides = { consumer: { name: consumer }, provider: { name: provider } };
const events = [{ name: 'contract_content_changed' }];
const problem = 'application/hal+json, application/problem+json';
const unknown = 'no-such-webhook-anywhere';

const request = (path: string, more: object = {}) => ({
  method: 'POST',
  url: `{receiver}${path}`,
  headers: { 'Content-Type': 'application/json' },
  body: { consumer: '${pactbroker.consumerName}' },
  ...more,
});

const refused = (name: string, body: Body): Step => post('A42', `refused: ${name}`, '/webhooks', body);
const withRequest = (changes: object): Body => ({
  events,
  request: { method: 'POST', url: '{receiver}/x', ...changes },
});

const list = (row: RowId, path: string, missing: string): readonly Step[] => [
  post(
    row,
    'a new one',
    path,
    { description: `by ${row}`, events, request: request(`/unused/${row}`) },
    { keep: { made: 'uuid' } },
  ),
  get(row, 'all', path),
  post(row, 'nothing of what is needed', path, {}),
  post(row, 'nothing of what is needed, as a problem', path, {}, { accept: problem }),
  post(row, 'a body that is no JSON', path, '{'),
  ...notThere(row, 'a pacticipant that is not there', missing),
  post(row, 'a new one for a pacticipant that is not there', missing, {
    events,
    request: request('/unused'),
  }),
  ...refusals(row, path, { without: 'PUT', reads: 'POST' }),
  del('A43', `deleting the one by ${row}`, '/webhooks/{made}'),
];

/** Webhooks as resources: what may be saved, and how it is shown. Nothing is sent but for a test. */
export const webhooks: Subject = {
  name: 'webhooks',
  steps: [
    publish('A3', 'for webhooks: a pact', consumer, provider, {
      version: '1',
      branch: 'main',
      tags: ['dev'],
      content: 1,
    }),
    post(
      'A42',
      'a new one',
      '/webhooks',
      {
        ...sides,
        description: 'tells the provider',
        events: [...events, { name: 'contract_published' }],
        enabled: false,
        request: request('/unused'),
      },
      { keep: { hook: 'uuid' } },
    ),
    post(
      'A42',
      'with secrets',
      '/webhooks',
      {
        provider: { name: provider },
        enabled: false,
        request: request('/secret', {
          username: 'user',
          password: 'pa55word',
          headers: { Authorization: 'Bearer x', 'X-Auth-Token': 'y', 'X-Note': 'z' },
          body: 'text',
        }),
      },
      { keep: { secret: 'uuid' } },
    ),
    post(
      'A42',
      'for a label',
      '/webhooks',
      {
        consumer: { label: 'team' },
        events,
        enabled: false,
        request: { method: 'POST', url: '{receiver}/unused' },
      },
      { keep: { labelled: 'uuid' } },
    ),
    refused('nothing of what is needed', {}),
    post('A42', 'refused: as a problem', '/webhooks', {}, { accept: problem }),
    refused('a request without anything', { events, request: {} }),
    refused('a method that is not allowed', withRequest({ method: 'GET' })),
    refused('a method that is none', withRequest({ method: 'BREW' })),
    refused('a URL that is none', withRequest({ url: 'nowhere' })),
    refused('a scheme that is not allowed', withRequest({ url: 'ftp://127.0.0.1/x' })),
    refused('a host that is not allowed', withRequest({ url: 'http://example.org/x' })),
    refused('a template in the host', withRequest({ url: 'http://${pactbroker.consumerName}/x' })),
    refused('an unknown event', { events: [{ name: 'birthday' }], request: request('/x') }),
    refused('no event', { events: [], request: request('/x') }),
    refused('a consumer that is not there', {
      consumer: { name: 'HookNobody' },
      events,
      request: request('/x'),
    }),
    refused('name and label', {
      consumer: { name: consumer, label: 'team' },
      events,
      request: request('/x'),
    }),
    refused('a blank consumer', { consumer: {}, events, request: request('/x') }),
    refused('wrong types', { description: 1, enabled: 'x', events: 'y', request: 'z' }),
    refused('headers of the wrong type', withRequest({ headers: 'x', username: 1, password: 2 })),
    refused('a body that is no JSON', '{'),
    ...refusals('A42', '/webhooks', { without: 'PUT', reads: 'POST' }),
    get('A42', 'all', '/webhooks'),

    get('A43', 'one', '/webhooks/{hook}'),
    get('A43', 'one with secrets', '/webhooks/{secret}'),
    put('A43', 'all of it anew', '/webhooks/{hook}', {
      ...sides,
      events,
      enabled: false,
      request: request('/other'),
    }),
    put('A43', 'secrets are kept', '/webhooks/{secret}', {
      provider: { name: provider },
      enabled: false,
      events,
      request: request('/secret', {
        username: 'user',
        password: '**********',
        headers: { Authorization: '**********', 'X-Note': 'z' },
      }),
    }),
    put('A43', 'a new one with an id of its own', '/webhooks/an-id-of-our-own-01', {
      events,
      enabled: false,
      request: request('/unused'),
    }),
    put('A43', 'an id that is too short', '/webhooks/short', { events, request: request('/unused') }),
    put('A43', 'a wrong value', '/webhooks/{hook}', { events, request: { method: 'GET', url: 'x' } }),
    put('A43', 'a body that is no JSON', '/webhooks/{hook}', '{'),
    ...notThere('A43', 'one that is not there', `/webhooks/${unknown}`),
    ...refusals('A43', '/webhooks/{hook}', { reads: 'PUT' }),
    del('A43', 'deleting one', '/webhooks/an-id-of-our-own-01'),
    del('A43', 'deleting it again', '/webhooks/an-id-of-our-own-01'),

    post('A44', 'sent', '/webhooks/{secret}/execute'),
    post('A44', 'one that is not there', `/webhooks/${unknown}/execute`),
    ...refusals('A44', '/webhooks/{secret}/execute', { without: 'PUT', negotiates: false }),
    post('A45', 'sent', '/webhooks/execute', {
      ...sides,
      events,
      request: request('/tried?of=${pactbroker.providerName}'),
    }),
    post('A45', 'sent, and refused by the receiver', '/webhooks/execute', {
      ...sides,
      events,
      request: request('/status/500/tried'),
    }),
    post('A45', 'sent for an event of a provider', '/webhooks/execute', {
      ...sides,
      events: [{ name: 'provider_verification_published' }],
      request: request('/tried/result'),
    }),
    post('A45', 'nothing of what is needed', '/webhooks/execute', {}),
    post('A45', 'a body that is no JSON', '/webhooks/execute', '{'),
    ...refusals('A45', '/webhooks/execute', { without: 'PUT', reads: 'POST', negotiates: false }),
    { row: 'A44', name: 'what came', method: 'GET', path: '/secret', deliveries: 1 },
    { row: 'A45', name: 'what came', method: 'GET', path: '/tried', deliveries: 2 },

    ...list(
      'A46',
      `/webhooks/provider/${provider}/consumer/${consumer}`,
      `/webhooks/provider/${provider}/consumer/HookNobody`,
    ),
    ...list('B33', `/webhooks/provider/${provider}`, '/webhooks/provider/HookNobody'),
    ...list('B34', `/webhooks/consumer/${consumer}`, '/webhooks/consumer/HookNobody'),
    ...list(
      'B35',
      `/pacts/provider/${provider}/consumer/${consumer}/webhooks`,
      `/pacts/provider/${provider}/consumer/HookNobody/webhooks`,
    ),
    del('A43', 'deleting one of an integration', '/webhooks/{hook}'),
    del('A43', 'deleting one with secrets', '/webhooks/{secret}'),
    del('A43', 'deleting one for a label', '/webhooks/{labelled}', { accept: 'application/hal+json' }),
  ],
};
