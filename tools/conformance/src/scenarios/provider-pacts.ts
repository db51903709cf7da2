import type { RowId } from '../api/index.ts';
import { get, post, put, type Step, type Subject } from '../http/step.ts';
import { pactOf, publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const provider = 'OfWarehouse';
const base = `/pacts/provider/${provider}`;

const lists: readonly (readonly [RowId, string])[] = [
  ['A11', '/latest'],
  ['A12', '/latest/dev'],
  ['B2', ''],
  ['B3', '/tag/dev'],
  ['B4', '/branch'],
  ['B5', '/branch/feat'],
  ['B6', '/branch/latest'],
  ['B7', '/branch/feat/latest'],
  ['B42', '/provider-states'],
  ['B43', '/provider-states/branch/feat'],
];

const asked = ([row, path]: readonly [RowId, string]): readonly Step[] => [
  get(row, 'of a provider', `${base}${path}`),
  get(row, 'whatever is offered', `${base}${path}`, { accept: '*/*' }),
  ...notThere(row, 'a provider that is not there', `/pacts/provider/OfNobody${path}`),
  ...refusals(row, `${base}${path}`),
];

/** A provider's pacts over all its consumers. */
export const providerPacts: Subject = {
  name: "a provider's pacts",
  steps: [
    publish('A3', "a provider's pacts: first", 'OfShop', provider, {
      version: '1',
      branch: 'main',
      tags: ['dev'],
      content: 1,
    }),
    publish('A3', "a provider's pacts: second", 'OfShop', provider, {
      version: '2',
      branch: 'feat',
      content: 2,
    }),
    publish('A3', "a provider's pacts: third", 'OfShop', provider, {
      version: '3',
      branch: 'main',
      content: 3,
    }),
    publish('A3', "a provider's pacts: another consumer", 'OfApp', provider, {
      version: '1',
      branch: 'feat',
      tags: ['dev'],
      content: 1,
    }),
    put(
      'A4',
      "a provider's pacts: another state",
      `${base}/consumer/OfTill/version/1`,
      pactOf('OfTill', provider, 1, 'no user exists'),
    ),
    put('A21', 'a main branch of its own', '/pacticipants/OfTill', { mainBranch: 'trunk' }),
    put('A30', 'on that branch', '/pacticipants/OfTill/branches/trunk/versions/1', {}),
    ...lists.flatMap(asked),
    get('A12', 'a tag that is not there', `${base}/latest/nothing`),
    get('B5', 'a branch that is not there', `${base}/branch/nothing`),
    get('B43', 'a branch that is not there', `${base}/provider-states/branch/nothing`),
    post(
      'A32',
      'an environment for provider states',
      '/environments',
      { name: 'of-live', production: true },
      { keep: { live: 'uuid' } },
    ),
    post(
      'A36',
      'a deployment for provider states',
      '/pacticipants/OfShop/versions/1/deployed-versions/environment/{live}',
      {},
    ),
    get('C10', 'of an environment', `${base}/provider-states/environment/of-live`),
    get('C10', 'an environment that is not there', `${base}/provider-states/environment/nothing`),
    ...notThere(
      'C10',
      'a provider that is not there',
      '/pacts/provider/OfNobody/provider-states/environment/of-live',
    ),
    ...refusals('C10', `${base}/provider-states/environment/of-live`),
  ],
};
