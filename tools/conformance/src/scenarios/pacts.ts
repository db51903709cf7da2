import { del, get, patch, put, type Subject } from '../http/step.ts';
import { pactOf, publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const consumer = 'PactsShop';
const provider = 'PactsWarehouse';
const base = `/pacts/provider/${provider}/consumer/${consumer}`;
const version = (number: string) => `${base}/version/${number}`;
const nothing = '/pacts/provider/PactsWarehouse/consumer/PactsNobody';
const json = { type: 'application/json' };
const extended = 'application/vnd.pactbrokerextended.v1+json, application/json;q=0.1';

/** A pact whose answer holds numbers that JavaScript can't tell apart or hold. */
const numbers = JSON.stringify(pactOf(consumer, provider, 'NUMBERS')).replace(
  '"NUMBERS"',
  '{"whole":1,"decimal":1.0,"large":12345678901234567890,"precise":0.1000}',
);

export const pacts: Subject = {
  name: 'pacts',
  steps: [
    put('A4', 'a new pact', version('1'), pactOf(consumer, provider, 'one')),
    put('A4', 'the same again', version('1'), pactOf(consumer, provider, 'one')),
    put('A4', 'other content', version('1'), pactOf(consumer, provider, 'changed')),
    put('A4', 'other content, as a problem', version('1'), pactOf(consumer, provider, 'changed'), {
      accept: 'application/hal+json, application/problem+json',
    }),
    put('A4', 'numbers as they are written', version('2'), numbers),
    get('A4', 'numbers are kept', version('2')),
    put('A4', 'names that are not those of the URL', version('3'), pactOf('Someone', 'Something')),
    put(
      'A4',
      'names that are not those of the URL, as a problem',
      version('3'),
      pactOf('Someone', 'Something'),
      {
        accept: 'application/hal+json, application/problem+json',
      },
    ),
    put('A4', 'no names in the pact', version('3'), { interactions: [] }),
    put('A4', 'a pact that is no JSON', version('4'), '{"interactions": [}'),
    put(
      'A4',
      'a consumer whose name looks like a misspelling',
      '/pacts/provider/PactsWarehouse/consumer/pacts-shop/version/1',
      {},
    ),
    put(
      'A4',
      'names with spaces and slashes',
      '/pacts/provider/Pacts%20A%2FB/consumer/Pacts%20C%2FD/version/1%2F2',
      {
        interactions: [],
      },
    ),
    get(
      'A4',
      'names with spaces and slashes are found',
      '/pacts/provider/Pacts%20A%2FB/consumer/Pacts%20C%2FD/version/1%2F2',
    ),
    patch('A4', 'a merge with more', version('1'), pactOf(consumer, provider, 'one', 'another state'), json),
    patch('A4', 'a merge into a new version', version('5'), pactOf(consumer, provider, 'five'), json),
    patch(
      'A4',
      'a merge that contradicts',
      version('1'),
      {
        ...(pactOf(consumer, provider) as object),
        interactions: [
          {
            description: 'a request for a user',
            providerStates: [{ name: 'a user exists', params: { id: '1' } }],
            request: { method: 'PUT', path: '/x' },
            response: { status: 200 },
          },
        ],
      },
      json,
    ),
    get('A4', 'as HAL', version('5'), { keep: { five: '_links.pb:pact-version.name' } }),
    get('A4', 'as JSON', version('5'), { accept: 'application/json' }),
    get('A4', 'as extended JSON', version('5'), { accept: extended }),
    ...notThere('A4', 'a version that is not there', version('99')),
    get('A4', 'a consumer that is not there', `${nothing}/version/1`),
    ...refusals('A4', version('1'), { without: 'POST', reads: 'PUT' }),

    publish('A3', 'pacts for reading: a branch and a tag', consumer, provider, {
      version: '6',
      branch: 'main',
      tags: ['dev'],
      content: 'six',
    }),
    publish('A3', 'pacts for reading: another branch', consumer, provider, {
      version: '7',
      branch: 'feat/x',
      content: 'six',
    }),
    publish('A3', 'pacts for reading: the newest', consumer, provider, {
      version: '8',
      branch: 'main',
      tags: ['dev', 'prod'],
      content: 'eight',
    }),

    get('A5', 'the newest publication of a content', `${base}/pact-version/{five}`),
    get('A5', 'as JSON', `${base}/pact-version/{five}`, { accept: 'application/json' }),
    ...notThere('A5', 'a content that is not there', `${base}/pact-version/0000000000`),
    get('A5', 'a consumer that is not there', `${nothing}/pact-version/{five}`),
    ...refusals('A5', `${base}/pact-version/{five}`),

    get('A7', 'the newest', `${base}/latest`, { keep: { eight: '_links.pb:pact-version.name' } }),
    get('A7', 'as JSON', `${base}/latest`, { accept: 'application/json' }),
    get('A7', 'as extended JSON', `${base}/latest`, { accept: extended }),
    ...notThere('A7', 'a consumer that is not there', `${nothing}/latest`),
    ...refusals('A7', `${base}/latest`),
    get('A8', 'the newest with a tag', `${base}/latest/dev`),
    ...notThere('A8', 'a tag that is not there', `${base}/latest/nothing`),
    ...refusals('A8', `${base}/latest/dev`),
    get('A9', 'the newest of a branch', `${base}/branch/feat%2Fx/latest`),
    get('A9', 'the newest of the main branch', `${base}/branch/main/latest`),
    ...notThere('A9', 'a branch that is not there', `${base}/branch/nothing/latest`),
    ...refusals('A9', `${base}/branch/main/latest`),
    get('B11', 'the newest without tags', `${base}/latest-untagged`),
    ...notThere('B11', 'a consumer that is not there', `${nothing}/latest-untagged`),
    ...refusals('B11', `${base}/latest-untagged`),
    get('B12', 'the one before with other content', `${version('7')}/previous-distinct`),
    ...notThere('B12', 'nothing before it', `${version('1')}/previous-distinct`),
    ...refusals('B12', `${version('7')}/previous-distinct`),

    get('C6', 'the pact', `${base}/versions/6`),
    put('C6', 'a new pact', `${base}/versions/20`, pactOf(consumer, provider, 'twenty')),
    ...notThere('C6', 'a version that is not there', `${base}/versions/99`),
    get('C7', 'the pact', `/pact/provider/${provider}/consumer/${consumer}/version/6`),
    put(
      'C7',
      'a new pact',
      `/pact/provider/${provider}/consumer/${consumer}/version/21`,
      pactOf(consumer, provider, 'twenty'),
    ),
    ...notThere(
      'C7',
      'a version that is not there',
      `/pact/provider/${provider}/consumer/${consumer}/version/99`,
    ),
    get('C8', 'the newest', `/pact/provider/${provider}/consumer/${consumer}/latest`),
    ...notThere(
      'C8',
      'a consumer that is not there',
      `/pact/provider/${provider}/consumer/PactsNobody/latest`,
    ),

    del('A4', 'deleting one', version('20')),
    del('A4', 'deleting it again', version('20')),
    del('A4', 'deleting one as HAL', version('21'), { accept: 'application/hal+json' }),
    get('A7', 'the newest after deleting', `${base}/latest`),
  ],
};
